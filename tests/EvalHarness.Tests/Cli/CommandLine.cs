using System.Text.Json;
using EvalHarness.Cli;

namespace EvalHarness.Tests.Cli;

/// <summary>The command line in this process, over a small dataset of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    public const string Quote = "A reset link is valid for 30 minutes.";

    public const string Yaml =
        """
        name: small
        dataset: samples.jsonl
        corpus: corpus
        baseline: base
        run: { warm_up: 0 }
        pipelines:
          base: { model: { provider: embedded, name: untuned } }
          rag: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus } }
        """;

    public CommandLine()
    {
        Folder.Write("experiment.yaml", Yaml);
        Folder.Write("corpus/password-reset.md", $"---\nid: password-reset\ntitle: Resetting a password\nupdated: 2026-09-01\n---\n{Quote} Ask for another one when it has run out.\n");
        Folder.Write("samples.jsonl", Line("s1") + Line("s2") + Line("s3"));
    }

    public TemporaryFolder Folder { get; } = new();

    public string Experiment => Folder["experiment.yaml"];

    public string Reports => Folder["reports"];

    /// <summary>The one run there is.</summary>
    public string Run => Directory.GetDirectories(Reports).Single();

    public static string Line(string id, string? question = null, string quote = Quote) => JsonSerializer.Serialize(new
    {
        id,
        question = question ?? $"How long is reset link {id} valid?",
        answers = new[] { "30 minutes" },
        evidence = new[] { new { document = "password-reset", quote } },
    }) + "\n";

    public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(TextWriter.Null, arguments);

    /// <param name="tee">Told all that goes to standard output; what it throws is what a bug throws.</param>
    public async Task<CliResult> RunAsync(TextWriter tee, params string[] arguments)
    {
        var error = new StringWriter();
        var output = tee == TextWriter.Null ? new StringWriter() : tee;
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(arguments, CancellationToken.None);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }

    /// <summary><c>run</c> with this experiment and reports folder.</summary>
    public Task<CliResult> EvaluateAsync(params string[] more) => RunAsync(["run", Experiment, "--out", Reports, .. more]);

    /// <summary>A verb on the one run there is.</summary>
    public Task<CliResult> OnRunAsync(string verb, params string[] more) => RunAsync([verb, Run, .. more]);

    public void Dispose() => Folder.Dispose();
}
