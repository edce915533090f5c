using System.Globalization;
using EvalHarness.Tests.Cli;

namespace EvalHarness.Tests.Imports.Recorded;

/// <summary>Two real recordings import, score and compare.</summary>
internal sealed class RecordingsTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task Phi2_on_arXiv_abstracts()
    {
        var file = SharedData.File("recorded/phi2-arxiv.jsonl.gz");
        await ImportAsync(file, 46, "--map", "id=qid", "--map", "answers=gold");

        var run = await RunAsync(file, "baseline", ["baseline", "rag", "finetuned"], "{ id: qid, passages: contexts, passage_text: text, passage_document: arxiv_id, passage_title: title }");

        Assert.That(Counted(run, "answer-correctness"), Is.EqualTo(new Dictionary<string, (int, int)> { ["baseline"] = (46, 46), ["rag"] = (46, 46), ["finetuned"] = (46, 46) }));
        // Only the RAG system was given passages, and no recording holds latencies.
        Assert.That(Counted(run, "groundedness-passages"), Is.EqualTo(new Dictionary<string, (int, int)> { ["baseline"] = (46, 0), ["rag"] = (46, 46), ["finetuned"] = (46, 0) }));
        Assert.That(Counted(run, "latency-service-ms").Values, Is.All.EqualTo((46, 0)));
        Assert.That(Difference(run, "finetuned", "token-f1").Low, Is.Positive);
        Assert.That(File.ReadAllText(Path.Combine(run, "summary.md")), Does.Contain("latency: not meaningful here. Recorded answers have the times of where they were made"));
        Assert.That(Read(run, "ledger.csv").Where(r => r["item"] == "generation").Select(r => (r["usd"], r["spent_usd"])), Is.All.EqualTo(("", "0")));
        Print(run);
    }

    [Test]
    public async Task Mistral_7B_on_physics()
    {
        var file = SharedData.File("recorded/mistral7b-physics.jsonl.gz");
        await ImportAsync(file, 50, "--map", "id=qid", "--map", "answers=gold", "--map", "tags.type=type");

        var run = await RunAsync(file, "Base", ["Base", "Base+RAG", "finetuned", "finetuned+RAG", "finetuned_strict_grading"], "{ id: qid }");

        Assert.That(Counted(run, "answer-correctness").Values, Has.Count.EqualTo(5).And.All.EqualTo((50, 50)));
        Assert.That(Read(run, "summary.csv").Where(r => r["metric"] == "answer-correctness" && r["slice"] == "type=mcq").Select(r => r["n"]), Is.All.EqualTo("19"));
        // The same answers judged again are the same answers.
        Assert.That(Scores(run, "finetuned_strict_grading"), Is.EqualTo(Scores(run, "finetuned")));
        Assert.That(Difference(run, "finetuned", "answer-correctness").High, Is.Negative);
        Assert.That(File.ReadAllText(Path.Combine(run, "index.html")), Does.Contain("In right answers RAG, fine-tuned and hybrid are not shown to be better than the base model alone."));
        Assert.That(Read(run, "effects.csv").Single(r => r["effect"] == "tuning")["high"], Does.StartWith("-"));
        Assert.That(Read(run, "effects.csv").Single(r => r["effect"] == "retrieval")["high"], Does.Not.StartWith("-"));
        Print(run);
    }

    private async Task ImportAsync(string file, int samples, params string[] map)
    {
        var result = await cli.RunAsync(["import", "jsonl", file, cli.Folder["recorded.jsonl"], .. map]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain($"{samples} samples."));
    }

    private async Task<string> RunAsync(string file, string baseline, IReadOnlyList<string> systems, string map)
    {
        var pipelines = systems.Select(s => $"  {s}: {{ kind: recorded, format: jsonl, file: {file}, where: {{ system: {s} }}, map: {map} }}\n");
        cli.Folder.Write("recorded.yaml", $"name: recorded\ndataset: recorded.jsonl\nbaseline: {baseline}\npipelines:\n{string.Concat(pipelines)}");

        var result = await cli.RunAsync("run", cli.Folder["recorded.yaml"], "--out", cli.Reports);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return cli.Run;
    }

    private static Dictionary<string, (int N, int Scored)> Counted(string run, string metric) => Read(run, "summary.csv")
        .Where(r => r["metric"] == metric && r["slice"] == "all")
        .ToDictionary(r => r["pipeline"], r => (Number(r["n"]), Number(r["n_scored"])));

    private static (double Low, double High) Difference(string run, string candidate, string metric)
    {
        var row = Read(run, "comparisons.csv").Single(r => r["candidate"] == candidate && r["metric"] == metric && r["slice"] == "all");
        return (double.Parse(row["low"], CultureInfo.InvariantCulture), double.Parse(row["high"], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Scores(string run, string pipeline) =>
        Read(run, "samples.csv").Where(r => r["pipeline"] == pipeline).Select(r => $"{r["sample_id"]} {r["score.answer-correctness"]} {r["score.token-f1"]}").Order(StringComparer.Ordinal);

    private static void Print(string run)
    {
        foreach (var row in Read(run, "summary.csv").Where(r => r["slice"] == "all" && r["metric"] is "answer-correctness" or "token-f1" or "groundedness-passages" && r["estimate"].Length > 0))
            TestContext.Out.WriteLine($"{row["pipeline"]} {row["metric"]} {row["estimate"]} [{row["low"]}, {row["high"]}] n {row["n_scored"]}/{row["n"]}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<IReadOnlyDictionary<string, string>> Read(string run, string name) => CsvTable.Read(Path.Combine(run, name));
}
