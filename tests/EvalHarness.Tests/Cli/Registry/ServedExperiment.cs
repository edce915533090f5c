using System.Text.Json;
using EvalHarness.Cli;
using EvalHarness.Runs;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Cli.Registry;

/// <summary>An experiment whose tuned models a server serves under their ids, and the command line on it.</summary>
internal sealed class ServedExperiment : IAsyncDisposable
{
    private readonly StubServer stub;

    private ServedExperiment(StubServer stub)
    {
        this.stub = stub;
        Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(1, 12).Select(i => JsonSerializer.Serialize(new { id = $"s{i}", question = $"How long is reset link {i} valid?", answers = new[] { "30 minutes" }, cluster = $"c{i}" }) + "\n")));
        Folder.Write("gate.yaml", "minimum: { rows: 6, clusters: 6 }\nlooks: 5\nceilings: { latency-service-ms: 1000000000 }\n");
        Use("  base: { model: { provider: embedded, name: untuned } }");
    }

    public TemporaryFolder Folder { get; } = new();

    public string File => Folder["experiment.yaml"];

    public string Registry => Folder["checkpoints/registry.jsonl"];

    public string Url => stub.Url;

    /// <summary>The runs there are, oldest first.</summary>
    public IReadOnlyList<RunManifest> Runs => [.. Directory.GetDirectories(Folder["reports"]).Select(d => new RunFolder(d)).Where(f => System.IO.File.Exists(f.ManifestFile)).Select(f => f.ReadManifest()).OrderBy(m => m.StartedAt)];

    public static async Task<ServedExperiment> StartAsync() => new(await StubServer.StartAsync(new StubOptions { Models = ["ft:support:1", "ft:support:2", "ft:support:3"] }));

    /// <param name="pipelines">Lines of YAML; the first is the baseline.</param>
    public void Use(params string[] pipelines) => Folder.Write(
        "experiment.yaml",
        $$"""
        name: served
        dataset: samples.jsonl
        baseline: {{pipelines[0].Trim().Split(':')[0]}}
        policy: gate.yaml
        run: { warm_up: 0 }
        endpoints:
          local: { provider: openai, url: "{{stub.Url}}/v1" }
        pipelines:
        {{string.Join('\n', pipelines)}}
        """);

    public Task<CliResult> RegisterAsync(int version) => CheckpointsAsync("register", $"support@{version}", "--provider", "local", "--model-id", $"ft:support:{version}", "--base-model", "support", "--parameter", $"epochs={version}", "--seed", "7", "--cost-usd", "18.40");

    /// <summary>Runs the experiment and gates it; returns the run's id.</summary>
    public async Task<string> GateAsync(params string[] more)
    {
        var run = await RunAsync(["run", File, "--out", Folder["reports"], "--new", "--no-cache"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var id = Runs[^1].Id;
        var gate = await RunAsync(["gate", id, "--policy", Folder["gate.yaml"], "--out", Folder["reports"], .. more]);
        Assert.That(gate.ExitCode, Is.Zero, gate.Output + gate.Error);
        return id;
    }

    public Task<CliResult> PromoteAsync(string checkpoint, params string[] more) => CheckpointsAsync(["promote", checkpoint, "--reports", Folder["reports"], .. more]);

    /// <summary>A subcommand of checkpoints on this registry.</summary>
    public Task<CliResult> CheckpointsAsync(params string[] arguments) => RunAsync(["checkpoints", .. arguments, "--experiment", File]);

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(arguments, CancellationToken.None);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }

    public async ValueTask DisposeAsync()
    {
        await stub.DisposeAsync();
        Folder.Dispose();
    }
}
