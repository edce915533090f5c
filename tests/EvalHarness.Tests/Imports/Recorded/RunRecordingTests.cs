using EvalHarness.Tests.Cli;

namespace EvalHarness.Tests.Imports.Recorded;

/// <summary>A run of our own is a recording: its answers are scored anew and its latencies are kept.</summary>
internal sealed class RunRecordingTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task Answers_passages_and_latencies_of_a_run_are_those_of_the_run()
    {
        await cli.EvaluateAsync();
        var first = CsvTable.Read(Path.Combine(cli.Run, "samples.csv"));
        cli.Folder.Write("again.yaml", Again(Path.GetFileName(cli.Run), "{ pipeline: rag }"));

        var result = await cli.RunAsync("run", cli.Folder["again.yaml"], "--out", cli.Folder["second"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var second = CsvTable.Read(Path.Combine(Directory.GetDirectories(cli.Folder["second"]).Single(), "samples.csv"));
        string[] kept = ["sample_id", "status", "latency_ms.service", "latency_ms.search", "tokens.in", "tokens.out", "score.retrieval-hit@5", "score.answer-correctness"];
        Assert.That(Columns(second, kept), Is.EqualTo(Columns(first.Where(r => r["pipeline"] == "rag"), kept)));
    }

    [TestCase("{ pipeline: rga }", "has no pipeline 'rga'", "one of base, rag")]
    [TestCase("{}", "has several pipelines", "one of base, rag")]
    [TestCase("{ system: rag }", "a run has no column 'system'", "Write where: { pipeline: name }.")]
    public async Task A_pipeline_of_the_run_has_to_be_named(string where, string found, string mend)
    {
        await cli.EvaluateAsync();
        cli.Folder.Write("again.yaml", Again(Path.GetFileName(cli.Run), where));

        var result = await cli.RunAsync("validate", cli.Folder["again.yaml"]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("pipeline 'recorded'").And.Contain(found).And.Contain(mend));
    }

    [Test]
    public async Task Scoring_a_run_again_does_not_make_it_another_recording()
    {
        await cli.EvaluateAsync();
        cli.Folder.Write("again.yaml", Again(Path.GetFileName(cli.Run), "{ pipeline: rag }"));
        await cli.RunAsync("run", cli.Folder["again.yaml"], "--out", cli.Folder["second"]);
        var before = File.ReadAllText(Path.Combine(Directory.GetDirectories(cli.Folder["second"]).Single(), "run.json"));
        await cli.OnRunAsync("score");
        await cli.RunAsync("run", cli.Folder["again.yaml"], "--out", cli.Folder["third"]);

        var after = File.ReadAllText(Path.Combine(Directory.GetDirectories(cli.Folder["third"]).Single(), "run.json"));

        Assert.That(Recording(after), Is.EqualTo(Recording(before)));
    }

    private static string Recording(string manifest) => manifest.Split('\n').Single(l => l.Contains("\"recording\"", StringComparison.Ordinal));

    private static IEnumerable<string> Columns(IEnumerable<IReadOnlyDictionary<string, string>> rows, string[] names) =>
        rows.Select(r => string.Join('|', names.Select(n => r[n]))).Order(StringComparer.Ordinal);

    private static string Again(string run, string where) =>
        $$"""
        name: again
        dataset: samples.jsonl
        corpus: corpus
        baseline: recorded
        run: { warm_up: 0 }
        pipelines:
          recorded: { kind: recorded, format: run, file: reports/{{run}}, where: {{where}} }
        """;
}
