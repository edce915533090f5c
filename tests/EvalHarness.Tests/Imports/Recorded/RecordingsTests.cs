using System.Globalization;
using System.Text.Json;
using EvalHarness.Tests.Cli;
using EvalHarness.Tests.Evaluators;

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

    [Test]
    public async Task The_page_of_phi2_says_that_retrieval_finds_nothing_and_that_answers_run_on()
    {
        var rows = SharedRows.Read("recorded/phi2-arxiv.jsonl.gz");
        WriteGold(rows);
        var pipelines = string.Concat(((string[])["baseline", "rag", "finetuned"]).Select(s => $"  {s}: {{ kind: recorded, format: jsonl, file: {SharedData.File("recorded/phi2-arxiv.jsonl.gz")}, where: {{ system: {s} }}, map: {{ id: qid, passages: contexts, passage_text: text, passage_document: arxiv_id, passage_title: title }} }}\n"));
        cli.Folder.Write("recorded.yaml", $"name: recorded\ndataset: gold.jsonl\ncorpus: papers\nbaseline: baseline\npipelines:\n{pipelines}");

        var result = await cli.RunAsync("run", cli.Folder["recorded.yaml"], "--out", cli.Reports);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var summary = File.ReadAllText(Path.Combine(cli.Run, "summary.md"));
        Assert.That(summary, Does.Match(@"rag finds none of the evidence: retrieval-recall.*5 0\.0 % \\\[0\.0, [0-9.]+\\\], n = 46"));
        Assert.That(summary, Does.Contain("Answers run on past their end").And.Match("baseline [89][0-9]").And.Match("rag 9[0-9]").And.Match("finetuned [4-6][0-9]"));
        Assert.That(File.ReadAllText(Path.Combine(cli.Run, "index.html")), Does.Contain("rag finds none of the evidence").And.Contain("Answers run on past their end"));
    }

    [Test]
    public async Task The_page_of_mistral_says_what_the_recorded_judge_shows_each_scale_apart()
    {
        var file = SharedData.File("recorded/mistral7b-physics.jsonl.gz");
        await ImportAsync(file, 50, "--map", "id=qid", "--map", "answers=gold", "--map", "tags.type=type");
        var pipelines = string.Concat(((string[])["Base", "Base+RAG", "finetuned", "finetuned+RAG"]).Select(s => $"  {s}: {{ kind: recorded, format: jsonl, file: {file}, where: {{ system: {s} }}, map: {{ id: qid }}, scores: {{ mcq: llm_judge.mcq, numeric: llm_judge.numeric, explanation: llm_judge.explanation }} }}\n"));
        cli.Folder.Write("recorded.yaml",
            $$"""
            name: recorded
            dataset: recorded.jsonl
            baseline: Base
            metrics:
              judged-right: { kind: recorded, label: "Right, by the recorded judge", unit: yes_no, scores: { type=mcq: mcq, type=numeric: numeric } }
              judged-explanation: { kind: recorded, label: "Explanation, by the recorded judge (0-5)", scores: { type=explanation: explanation } }
            pipelines:
            {{pipelines}}
            """);

        var result = await cli.RunAsync("run", cli.Folder["recorded.yaml"], "--out", cli.Reports);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Judged("finetuned"), Is.EqualTo(("35", "1", "11")));
        Assert.That(Judged("finetuned+RAG"), Is.EqualTo(("35", "0", "13")));
        Assert.That(Read(cli.Run, "summary.csv").Where(r => r["metric"] == "judged-explanation" && r["slice"] == "all").Select(r => (r["n_scored"], r["unit"])), Is.All.EqualTo(("15", "number")));
        var page = File.ReadAllText(Path.Combine(cli.Run, "index.html"));
        Assert.That(page, Does.Match(@"No pipeline is shown to be better than Base\. Worse: finetuned \(−28\.6 points \[[^]]+\], n = 35\) and finetuned.u002BRAG|No pipeline is shown to be better than Base\. Worse: finetuned \(−28\.6 points \[[^]]+\], n = 35\) and finetuned\+RAG"));
        Assert.That(page, Does.Contain("No difference shown: Base+RAG").Or.Contain("No difference shown: Base\\u002BRAG"));
    }

    private (string N, string Wins, string Losses) Judged(string candidate)
    {
        var row = Read(cli.Run, "comparisons.csv").Single(r => r["candidate"] == candidate && r["metric"] == "judged-right" && r["slice"] == "all");
        return (row["n"], row["wins"], row["losses"]);
    }

    // The corpus that retrieval should have had: every gold abstract beside what was retrieved.
    private void WriteGold(IEnumerable<JsonElement> rows)
    {
        Dictionary<string, string> samples = [];
        foreach (var row in rows)
        {
            var paper = row.Text("qid").Split('_')[0];
            cli.Folder.Write($"papers/{paper}.md", Article(paper, row.Text("gold_abstract")));
            foreach (var passage in row.GetProperty("contexts").EnumerateArray())
                cli.Folder.Write($"papers/{passage.Text("arxiv_id")}.md", Article(passage.Text("arxiv_id"), passage.Text("text")));
            samples[row.Text("qid")] = JsonSerializer.Serialize(new
            {
                id = row.Text("qid"),
                split = "test",
                question = row.Text("question"),
                answers = row.GetProperty("gold").EnumerateArray().Select(g => g.GetString()),
                evidence = new[] { new { document = paper, quote = row.Text("gold_abstract").ReplaceLineEndings(" ")[..200] } },
                cluster = paper,
            });
        }

        cli.Folder.Write("gold.jsonl", string.Join('\n', samples.Values) + "\n");
    }

    private static string Article(string id, string text) => $"---\nid: {id}\ntitle: {id}\n---\n{text.ReplaceLineEndings(" ")}\n";

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
