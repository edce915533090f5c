using EvalHarness.Evaluators.Cost;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Experiments.Forecasts;

public sealed class PreflightTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        folder.Write("samples.jsonl", """{"id": "s1", "question": "How long?", "answers": ["30 minutes"]}""" + "\n" + """{"id": "s2", "question": "Which day?", "answers": ["Monday"]}""" + "\n");
        folder.Write("prices.yaml", "date: 2026-11-23\nsource: a list\ncurrency: USD\nmodels:\n  m: { input: 1, output: 10 }\n");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Calls_count_samples_repetitions_and_warm_up()
    {
        var item = (await ForecastAsync("hosted: { model: { endpoint: openai, name: m, max_tokens: 50 } }", "warm_up: 1, repeats: 3")).Items.Single();

        Assert.That((item.Pipeline, item.Item, item.Calls), Is.EqualTo(("hosted", "answers", 7L)));
        Assert.That(item.Output!.Value.High, Is.EqualTo(7 * 50));
    }

    [TestCase("hosted: { model: { endpoint: openai, name: m } }", 2)]
    [TestCase("hosted: { model: { provider: embedded, name: untuned, price_as: m } }", 4)]
    public async Task Only_what_costs_nothing_is_warmed_up_unasked(string pipeline, long calls)
    {
        var forecast = await ForecastAsync(pipeline, "repeats: 1");

        Assert.That(forecast.Items.Single().Calls, Is.EqualTo(calls));
        Assert.That(forecast.Assumptions, Has.Some.Contains($"{(calls == 2 ? "no" : "2")} warm-up answers per pipeline"));
    }

    [Test]
    public async Task Money_is_the_tokens_at_the_table_s_prices()
    {
        var item = (await ForecastAsync("hosted: { model: { endpoint: openai, name: m, max_tokens: 50 } }", "warm_up: 0")).Items.Single();

        Assert.That(item.Usd, Is.EqualTo(new UsdRange((item.Input!.Value.Low + (10 * item.Output!.Value.Low)) / 1_000_000m, (item.Input!.Value.High + (10 * 100)) / 1_000_000m)));
        Assert.That(item.IsPaid, Is.True);
        Assert.That(item.HighestUsd, Is.LessThan(item.Usd!.Value.High).And.GreaterThan(item.Usd!.Value.High / 3));
        Assert.That(item.Minutes.High, Is.GreaterThan(item.Minutes.Low));
    }

    [TestCase("hosted: { model: { endpoint: openai, name: other } }", "the price table has no 'other'")]
    [TestCase("hosted: { kind: http, version: '1', endpoint: e, url: /ask, body: {}, reply: { answer: $.a } }", "nothing names its model: say price_as")]
    [TestCase("hosted: { kind: http, version: '1', endpoint: e, price_as: m, url: /ask, body: {}, reply: { answer: $.a } }", "nothing tells beforehand how many tokens it uses")]
    public async Task An_unknown_price_is_unknown_and_says_why(string pipeline, string why)
    {
        var item = (await ForecastAsync(pipeline, "warm_up: 0")).Items.Single();

        Assert.That((item.Usd, item.Unknown), Is.EqualTo(((UsdRange?)null, why)));
        Assert.That(item.Calls, Is.EqualTo(2));
    }

    [Test]
    public async Task A_model_in_the_program_is_priced_and_pays_nobody()
    {
        var item = (await ForecastAsync("hosted: { model: { provider: embedded, name: untuned, price_as: m } }", "warm_up: 0")).Items.Single();

        Assert.That(item.IsPaid, Is.False);
        Assert.That(item.Usd!.Value.Low, Is.Positive);
    }

    [Test]
    public async Task An_index_that_pipelines_share_is_paid_once()
    {
        const string Retrieval = "retrieval: { corpus: corpus, index: dense, embedder: { endpoint: e, name: m } }";
        folder.Write("corpus/a.md", "---\nid: a\ntitle: A\n---\nA reset link is valid for 30 minutes.\n");

        var forecast = await ForecastAsync($"hosted: {{ model: {{ endpoint: openai, name: m }}, {Retrieval} }}\n  other: {{ model: {{ endpoint: openai, name: m, temperature: 1 }}, {Retrieval} }}", "warm_up: 0");

        var indexes = forecast.Items.Where(i => i.Item == ForecastItem.Index).ToList();
        Assert.That(indexes.Select(i => i.Pipeline), Is.EqualTo(new[] { "hosted", "other" }));
        Assert.That(forecast.KnownUsd.High, Is.EqualTo(forecast.Items.Sum(i => i.Usd!.Value.High) - indexes[1].Usd!.Value.High));
    }

    [TestCase("m", "o", false)]
    [TestCase("m", "m", true)]
    public void Pipelines_that_differ_in_price_as_alone_are_refused(string one, string other, bool isFine)
    {
        var read = () => Inputs($"hosted: {{ model: {{ endpoint: openai, name: x, price_as: {one} }} }}\n  other: {{ model: {{ endpoint: openai, name: x, price_as: {other} }} }}", "warm_up: 0");

        Assert.That(read, isFine ? Throws.Nothing : Throws.TypeOf<InputException>().With.Message.Contains("'hosted' and 'other' differ in price_as alone"));
    }

    [Test]
    public async Task A_limit_per_minute_makes_it_last()
    {
        var item = (await ForecastAsync("hosted: { model: { endpoint: slow, name: m } }", "warm_up: 0, repeats: 50")).Items.Single();

        Assert.That(item.Minutes.Low, Is.EqualTo(10));
    }

    [Test]
    public async Task A_budget_over_a_pipeline_of_unknown_price_is_refused_with_the_mend() =>
        Assert.That(
            async () => await WatchAsync("hosted: { model: { endpoint: openai, name: other } }", "budget_usd: 1"),
            Throws.TypeOf<InputException>().With.Message.Contains("the budget cannot watch it").And.Message.Contains("price_as"));

    [Test]
    public async Task A_budget_below_one_answer_is_refused() =>
        Assert.That(
            async () => await WatchAsync("hosted: { model: { endpoint: openai, name: m, max_tokens: 1000 } }", "budget_usd: 0.001"),
            Throws.TypeOf<InputException>().With.Message.Contains("one answer may cost").And.Message.Contains("--max-cost"));

    [Test]
    public async Task A_service_of_known_prices_can_be_watched() =>
        Assert.That(await WatchAsync("hosted: { kind: http, version: '1', endpoint: e, price_as: m, url: /ask, body: {}, reply: { answer: $.a } }", "budget_usd: 1"), Is.Not.Null);

    [Test]
    public async Task Without_a_budget_nothing_is_watched() => Assert.That(await WatchAsync("hosted: { model: { endpoint: openai, name: other } }", "warm_up: 0"), Is.Null);

    [Test]
    public void A_spending_limit_counts_what_answers_really_cost()
    {
        var pricer = new TracePricer(new PriceTable(new Dictionary<string, ModelPrice> { ["some-model"] = new(1m, 10m) }));
        var limit = new PricedSpendLimit(new EvalHarness.Runs.Budget(0.001m, 0, new Dictionary<string, decimal> { ["rag"] = 0.0006m }), pricer);
        var (first, second) = (Item("1"), Item("2"));

        Assert.That(limit.TryReserve(first), Is.True);
        Assert.That(limit.TryReserve(second), Is.False);
        limit.Settle(first, Some.Trace(Some.Answer()));
        Assert.That(limit.TryReserve(second), Is.True);

        static EvalHarness.Runs.WorkItem Item(string id) => new(id, "s1", "rag", 0, new PipelineRequest("?", [], new Dictionary<string, string>(), null));
    }

    private Task<Forecast> ForecastAsync(string pipeline, string run) => new Preflight(Inputs(pipeline, run)).ForecastAsync(null, default);

    private Task<SpendWatch?> WatchAsync(string pipeline, string run) => SpendWatch.OverAsync(Inputs(pipeline, run), null, default);

    private ExperimentInputs Inputs(string pipeline, string run) => new(ExperimentReader.Read(folder.Write(
        "experiment.yaml",
        $$"""
        name: e
        dataset: samples.jsonl
        prices: prices.yaml
        baseline: hosted
        run: { {{run}} }
        endpoints:
          e: { provider: http, url: "http://127.0.0.1:1" }
          slow: { provider: openai, limits: { rpm: 10 } }
        pipelines:
          {{pipeline}}
        """)));
}
