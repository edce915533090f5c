using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Cli;
using EvalHarness.Experiments.Forecasts;

namespace EvalHarness.Tests.Cli;

internal sealed class DryRunTests
{
    private CommandLine command = null!;

    [SetUp]
    public void SetUp()
    {
        command = new CommandLine();
        command.Folder.Write("prices.yaml", "date: 2026-11-23\nsource: a list\ncurrency: USD\nmodels:\n  m: { input: 1, output: 10 }\n");
    }

    [TearDown]
    public void TearDown() => command.Dispose();

    [Test]
    public async Task A_dry_run_tells_what_to_expect_and_writes_nothing()
    {
        var result = await command.EvaluateAsync("--dry-run", "--set", "prices=prices.yaml", "--set", "pipelines.base.model.price_as=m");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("base").And.Contain("answers").And.Contain("3 samples. To be spent: 0 USD. Nothing was called."));
        Assert.That(result.Output, Does.Contain("rag, answers: the price is unknown, because the price table has no 'untuned'."));
        Assert.That(result.Output, Does.Contain("Prices: prices.yaml of 2026-11-23"));
        Assert.That(Directory.Exists(command.Reports), Is.False);
    }

    [Test]
    public async Task A_dry_run_is_JSON_when_asked()
    {
        var forecast = JsonNode.Parse((await command.EvaluateAsync("--dry-run", "--format", "json", "--limit", "2", "--repeats", "4")).Output)!;

        Assert.That((int)forecast["samples"]!, Is.EqualTo(2));
        Assert.That(forecast["items"]!.AsArray().Select(i => (string?)i!["pipeline"]), Is.EqualTo(new[] { "base", "rag" }));
        Assert.That((int)forecast["items"]![0]!["calls"]!, Is.EqualTo(8));
        Assert.That(forecast["items"]![0]!["usd"], Is.Null);
    }

    [Test]
    public async Task A_dry_run_warns_of_a_price_that_a_budget_cannot_watch()
    {
        command.Folder.Write("called.yaml", """
            name: called
            dataset: samples.jsonl
            baseline: priced
            prices: prices.yaml
            endpoints: { here: { provider: openai, url: "http://127.0.0.1:9/v1" } }
            pipelines:
              priced: { model: { endpoint: here, name: x, price_as: m, max_tokens: 100 } }
              unpriced: { model: { endpoint: here, name: x } }
            """);

        var result = await command.RunAsync("run", command.Folder["called.yaml"], "--dry-run", "--max-cost", "0.00001");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("warning: the run would be refused: the budget cannot watch a price that is unknown (unpriced)"));
        Assert.That(result.Error, Does.Contain("warning: the budget of 0.00001 USD is less than the "));
    }

    [TestCase("0", "0")]
    [TestCase("0.00000028", "<0.000001")]
    [TestCase("0.0000021", "0.000002")]
    [TestCase("12.34567", "12.3457")]
    public void What_costs_something_is_never_shown_as_0(string usd, string shown)
    {
        var sum = decimal.Parse(usd, CultureInfo.InvariantCulture);

        Assert.That(ForecastResult.Range(new UsdRange(sum, sum)), Is.EqualTo(shown));
    }

    [TestCase("1", null)]
    [TestCase("0.03", "may be too small for the 0.02–0.05 USD to expect")]
    [TestCase("0.01", "is less than the 0.02–0.05 USD to expect")]
    public void A_budget_is_held_against_both_ends_of_the_forecast(decimal budget, string? warning)
    {
        var item = new ForecastItem("rag", "answers", "m", 3, null, null, new UsdRange(0.02m, 0.05m), null, IsPaid: true, default, null);

        Assert.That(BudgetWarnings.Of(new Forecast(3, [item], []), budget), warning is null ? Is.Empty : Has.One.Contains(warning));
    }

    [Test]
    public async Task A_budget_below_0_is_refused()
    {
        var result = await command.EvaluateAsync("--max-cost", "-1");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("--max-cost must be 0 or more."));
    }

    [Test]
    public async Task A_run_with_a_budget_writes_it_down()
    {
        var result = await command.EvaluateAsync("--max-cost", "2.5");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That((decimal)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(command.Run, "run.json")))!["options"]!["budget_usd"]!, Is.EqualTo(2.5m));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(command.Run, "ledger.csv")), Does.Contain(",judge,,judging,0,0,"));
    }
}
