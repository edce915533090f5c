using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Stub;
using EvalHarness.Stub.Counts;

namespace EvalHarness.Tests.Wire;

/// <summary>A small experiment over the stub, run by the command line in this process: what it says it cost, and what the stub's own counts come to.</summary>
internal sealed class WireExperiment : IDisposable
{
    /// <summary>A pipeline of one model.</summary>
    public const string Plain = "  plain: { model: { endpoint: local, name: reader, max_tokens: 200 } }";

    /// <summary>Of an embedder, a re-ranker and a model.</summary>
    public const string Rag =
        "  rag: { model: { endpoint: local, name: reader, max_tokens: 200 }, retrieval: { corpus: corpus, index: dense, embedder: { endpoint: local, name: embedder }, rerank: http, reranker: { endpoint: local, name: ranker }, passages: 2 } }";

    private const decimal Million = 1_000_000;

    private readonly TemporaryFolder folder = new();
    private readonly StubServer stub;

    /// <param name="run">The experiment's <c>run:</c>.</param>
    /// <param name="pipelines">Lines of YAML; the first is the baseline.</param>
    public WireExperiment(StubServer stub, string run, int samples, int articles, params string[] pipelines)
    {
        this.stub = stub;
        folder.Write("samples.jsonl", string.Concat(Enumerable.Range(1, samples).Select(i => JsonSerializer.Serialize(new { id = $"s{i}", question = $"How long is reset link {i} valid?", answers = new[] { "30 minutes" } }) + "\n")));
        for (var i = 1; i <= articles; i++)
            folder.Write($"corpus/article-{i:000}.md", $"---\nid: article-{i:000}\ntitle: Article {i:000}\nupdated: 2026-09-01\n---\nA reset link of kind {i} is valid for {i} minutes.\n");
        folder.Write("prices.yaml", "date: 2026-11-23\nsource: made up for a test\ncurrency: USD\nmodels:\n  reader: { input: 3, output: 15 }\n  embedder: { input: 3 }\n  ranker: { per_query: 0.002 }\n");
        folder.Write(
            "experiment.yaml",
            $$"""
            name: wire
            dataset: samples.jsonl
            corpus: corpus
            prices: prices.yaml
            baseline: {{pipelines[0].Trim().Split(':')[0]}}
            run: { {{run}} }
            endpoints:
              local: { provider: openai, url: "{{stub.Url}}/v1", tries: { count: 3, first_wait_seconds: 0.01 } }
            pipelines:
            {{string.Join('\n', pipelines)}}
            """);
    }

    /// <summary>The folder of the one run there is.</summary>
    public string Run => Directory.GetDirectories(folder["reports"]).Single(d => File.Exists(Path.Combine(d, "run.json")));

    public RunManifest Manifest => new RunFolder(Run).ReadManifest();

    /// <summary><c>run</c> with this experiment.</summary>
    public Task<CliResult> EvaluateAsync(params string[] more) => EvaluateAsync(CancellationToken.None, more);

    /// <param name="interrupt">Cancelled as Ctrl-C does it.</param>
    public async Task<CliResult> EvaluateAsync(CancellationToken interrupt, params string[] more)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(["run", folder["experiment.yaml"], "--out", folder["reports"], .. more], interrupt);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }

    /// <summary>Changes a file of the experiment: <c>experiment.yaml</c>.</summary>
    public void Change(string file, string from, string to) => folder.Write(file, File.ReadAllText(folder[file]).Replace(from, to, StringComparison.Ordinal));

    /// <summary>Another experiment over this one's questions, <c>--out</c> in a folder of its own.</summary>
    /// <returns>Its rows of samples.csv.</returns>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> AlsoAsync(string yaml)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(["run", folder.Write("also.yaml", yaml), "--out", folder["also"]], CancellationToken.None);
        Assert.That(exitCode, Is.Zero, $"{error}");
        return CsvText.Rows(Path.Combine(Directory.GetDirectories(folder["also"]).Single(d => File.Exists(Path.Combine(d, "run.json"))), "samples.csv"));
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Run, file));

    /// <summary>A report's rows by header.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file) => CsvText.Rows(Path.Combine(Run, file));

    public async Task<IReadOnlyList<Trace>> TracesAsync()
    {
        await using var open = OpenRun.Existing(new RunFolder(Run));
        return await open.Store.Traces.ReadAsync(CancellationToken.None).ToListAsync();
    }

    /// <summary>What ledger.csv says was paid, all in all.</summary>
    public decimal SpentUsd => Rows("ledger.csv").Sum(r => decimal.Parse(r["spent_usd"], NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>What the stub's own counts come to by the experiment's prices.</summary>
    public async Task<decimal> CountedUsdAsync()
    {
        var counts = await stub.QuietCountsAsync();
        return ((counts.InputTokens - RerankTokens(counts)) * 3 / Million) + (counts.OutputTokens * 15 / Million) + (counts.RequestsByPath.GetValueOrDefault("/v1/rerank") * 0.002m);
    }

    public void Dispose() => folder.Dispose();

    // Re-ranking is sold by the search; the stub counts its tokens all the same.
    private long RerankTokens(StubCounts counts) => counts.RequestsByPath.ContainsKey("/v1/rerank") ? counts.InputTokensByPath["/v1/rerank"] : 0;
}
