using System.Text.Json;
using EvalHarness.Cli;
using EvalHarness.Nightly;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Nightly;

/// <summary>Nights of a production whose answers a test writes down: sixty questions, the command line in this process.</summary>
internal sealed class RecordedNights : IDisposable
{
    public const int Samples = 60;

    private const string Yaml =
        """
        name: passes
        dataset: samples.jsonl
        corpus: corpus
        prices: prices.yaml
        baseline: promoted
        run: { warm_up: 0 }
        pipelines:
          promoted: { kind: recorded, file: promoted.jsonl, format: jsonl, price_as: m, map: { question: question, answer: answer, input_tokens: tokens, output_tokens: tokens } }
          production: { kind: recorded, file: production.jsonl, format: jsonl, price_as: m, map: { question: question, answer: answer, input_tokens: tokens, output_tokens: tokens } }
        """;

    public RecordedNights()
    {
        Folder.Write("experiment.yaml", Yaml);
        Folder.Write("prices.yaml", "date: 2026-11-23\nsource: made up for a test\ncurrency: USD\nmodels:\n  m: { input: 3, output: 15 }\n");
        for (var i = 0; i < Samples; i++)
            Folder.Write($"corpus/pass-{i:00}.md", $"---\nid: pass-{i:00}\ntitle: Pass {Name(i)}\nupdated: 2026-09-01\n---\n{Fact(i)} Ask the desk for another one.\n");
        Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, Samples).Select(i => JsonSerializer.Serialize(new
        {
            id = $"s{i:00}",
            question = Question(i),
            answers = new[] { $"{10 + i} days" },
            evidence = new[] { new { document = $"pass-{i:00}", quote = Fact(i) } },
        }) + "\n")));
        Record("promoted", _ => true);
        Record("production", _ => true);
    }

    public TemporaryFolder Folder { get; } = new();

    public string History => Folder["history"];

    public Night Last => JsonSerializer.Deserialize<Night>(File.ReadAllText(Path.Combine(History, "nightly.json")), RunJson.Indented)!;

    public static string Fact(int sample) => $"A {Name(sample)} pass is valid for {10 + sample} days.";

    /// <summary>Writes down what a pipeline answers from now on.</summary>
    /// <param name="isRight">By sample; absent: no answer at all.</param>
    public void Record(string pipeline, Func<int, bool?> isRight) => Folder.Write(
        $"{pipeline}.jsonl",
        string.Concat(Enumerable.Range(0, Samples).Where(i => isRight(i) is not null).Select(i => JsonSerializer.Serialize(new { question = Question(i), answer = $"{(isRight(i) == true ? 10 + i : 95)} days", tokens = 100 }) + "\n")));

    public Task<CliResult> NightAsync(params string[] more) => RunAsync(["nightly", Folder["experiment.yaml"], "--history", History, "--out", Folder["reports"], .. more]);

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(arguments, CancellationToken.None);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }

    public void Dispose() => Folder.Dispose();

    private static string Question(int sample) => $"For how long is the {Name(sample)} pass valid?";

    // Two letters in words, so that no question is like another.
    private static string Name(int sample)
    {
        string[] first = ["red", "blue", "green", "grey", "white", "black", "amber", "ivory"];
        string[] second = ["harbour", "mountain", "forest", "river", "desert", "island", "valley", "prairie"];
        return $"{first[sample / 8]} {second[sample % 8]}";
    }
}
