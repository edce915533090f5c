using System.Text.Json.Nodes;
using EvalHarness.Cli;
using EvalHarness.Cli.Remedying;
using EvalHarness.Experiments.Forecasts;

namespace EvalHarness.Tests.Cli;

/// <summary>Remedies of a small run in which the model alone knows nothing and declines.</summary>
internal sealed class RemedyCommandTests
{
    private CommandLine cli = null!;
    private string run = null!;

    [SetUp]
    public async Task Start()
    {
        cli = new CommandLine();
        cli.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 8).Select(i => CommandLine.Line($"s{i}"))));
        Assert.That((await cli.EvaluateAsync()).ExitCode, Is.Zero);
        run = cli.Run;
    }

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task The_gold_passages_repair_a_model_that_knew_nothing()
    {
        var result = await RemedyAsync("--pipelines", "base");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("1 trials, 16 calls; to be spent: 0 USD").And.Contain("8 samples of split test × 2 pipelines × 1"));
        Assert.That(result.Output, Does.Contain("base+oracle-passages").And.Contain("8 of 8: 100.0 % [").And.Contain("not tried: base+decline-less for over-refused (8 rows)"));
        var csv = CsvText.Read(File.ReadAllText(Path.Combine(run, "remedy.csv")));
        Assert.That(csv[0].Take(7), Is.EqualTo(new[] { "run", "pipeline", "remedy", "change", "fault", "rows", "repaired.tried" }));
        Assert.That(csv[1].Take(10), Is.EqualTo(new[] { Path.GetFileName(run), "base", "oracle-passages", """retrieval={"corpus":"corpus","oracle":true}""", "over-refused", "8", "8", "8", "8", "0" }));
        Assert.That(csv[2].TakeLast(2), Has.All.Not.Empty);
        Assert.That(File.ReadAllText(Path.Combine(run, "remedy.md")), Does.Contain("| base+oracle-passages | over-refused | 8 |"));
    }

    [Test]
    public async Task The_same_command_again_asks_nobody_and_prints_the_same()
    {
        var first = await RemedyAsync("--pipelines", "base", "--max-rows", "3");

        var second = await RemedyAsync("--pipelines", "base", "--max-rows", "3");

        Assert.That(second.Output, Is.EqualTo(first.Output).And.Contain("3 of 3"));
        Assert.That(second.Error, Does.Contain("reading "));
        Assert.That(Directory.GetDirectories(Path.Combine(run, "remedy")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_command_that_was_stopped_goes_on_where_it_was()
    {
        using Stopping error = new();
        var exitCode = await new App(TextWriter.Null, error, TimeProvider.System).RunAsync(["remedy", run, "--out", cli.Reports, "--pipelines", "base"], error.Token);

        var resumed = await RemedyAsync("--pipelines", "base");

        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That(resumed.Error, Does.Contain("resuming "));
        Assert.That(resumed.Output, Does.Contain("8 of 8"));
    }

    [Test]
    public async Task Rows_that_passed_are_tried_beside_them_and_a_change_may_break_them()
    {
        // Half of the rows ask for what the corpus says of nothing: rag answers those, and declining them is right.
        cli.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 8).Select(i => i < 4 ? CommandLine.Line($"s{i}") : $$"""{"id":"u{{i}}","question":"How long is reset link {{i}} of Ada valid?","unanswerable":true}""" + "\n")));
        Assert.That((await cli.EvaluateAsync("--new")).ExitCode, Is.Zero);
        run = Directory.GetDirectories(cli.Reports).Order(StringComparer.Ordinal).Last();

        var result = await RemedyAsync("--pipelines", "rag", "--cause", "answered-unanswerable", "--control", "3", "--format", "json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var line = JsonNode.Parse(result.Output)!["remedy"]!["tried"]![0]!;
        Assert.That((string?)line["change"], Is.EqualTo("model.abstain_below=0.5"));
        Assert.That((int?)line["broken"]!["tried"], Is.EqualTo(3));
        Assert.That((int?)line["repaired"]!["tried"], Is.EqualTo(4));
    }

    [Test]
    public async Task A_dry_run_tells_what_to_expect_and_writes_nothing()
    {
        var result = await RemedyAsync("--pipelines", "base", "--dry-run");

        Assert.That(result.Output, Does.Contain("base+oracle-passages").And.Contain("Nothing was called."));
        Assert.That(Path.Combine(run, "remedy"), Does.Not.Exist);
        Assert.That(Path.Combine(run, "remedy.csv"), Does.Not.Exist);
    }

    [TestCase("--cause: there is no cause 'retriever-mised'. Did you mean 'retriever-missed'?", "--cause", "retriever-mised")]
    [TestCase("--pipelines: there is no pipeline 'rg'.", "--pipelines", "rg")]
    [TestCase("no row failed that a remedy is asked for", "--cause", "format-only")]
    [TestCase("--max-rows must be 1 or more.", "--max-rows", "0")]
    public async Task What_is_wrong_is_told_before_anything_runs(string message, params string[] options)
    {
        var result = await RemedyAsync(options);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Output);
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(Path.Combine(run, "remedy"), Does.Not.Exist);
    }

    [Test]
    public async Task A_pipeline_that_was_changed_since_is_refused()
    {
        cli.Folder.Write("experiment.yaml", CommandLine.Yaml.Replace("name: untuned } }", "name: untuned, abstain_below: 0.2 } }", StringComparison.Ordinal));

        var result = await RemedyAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("changed since the run: base"));
    }

    [Test]
    public async Task A_sample_names_the_remedies_of_its_fault()
    {
        var result = await cli.RunAsync("show", run, "s1", "--pipeline", "base", "--out", cli.Reports);

        Assert.That(result.Output, Does.Contain("remedies: oracle-passages, decline-less"));
    }

    [TestCase(null, true)]
    [TestCase(0.5, true)]
    [TestCase(0.0, false)]
    public void What_is_paid_for_or_of_unknown_price_costs_something(double? usd, bool costs)
    {
        ForecastItem item = new("rag", "answers", "m", 4, null, null, usd is { } sum ? new UsdRange(0, (decimal)sum) : null, null, IsPaid: true, new MinuteRange(0, 1), null);

        Assert.That(RemedyForecast.Costs(new Forecast(4, [item], [])), Is.EqualTo(costs));
        Assert.That(RemedyForecast.Costs(new Forecast(4, [item with { IsPaid = false }], [])), Is.False);
    }

    private Task<CliResult> RemedyAsync(params string[] options) => cli.RunAsync(["remedy", run, "--out", cli.Reports, .. options]);
}
