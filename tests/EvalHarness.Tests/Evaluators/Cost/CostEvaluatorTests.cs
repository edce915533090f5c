using EvalHarness.Evaluators.Cost;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Evaluators.Cost;

public sealed class CostEvaluatorTests
{
    private static readonly CostEvaluator Evaluator = new(new PriceTable(new Dictionary<string, ModelPrice> { ["some-model"] = new(1m, 10m) }));

    [Test]
    public async Task Tokens_and_their_price_are_scored() =>
        Assert.That((await Evaluate(Some.Answer())).Select(s => s.Value), Is.EqualTo(new double?[] { 100, 20, 0.0003, 0.0003 }));

    [Test]
    public async Task An_unknown_model_has_an_unknown_price()
    {
        var scores = await Evaluate(Some.Answer() with { Model = "other" });

        Assert.That(scores[0].Outcome, Is.EqualTo(Outcome.Scored));
        Assert.That(scores[2].Outcome, Is.EqualTo(Outcome.NotScored));
        Assert.That(scores[2].Reason, Does.Contain("unknown price").And.Contain("other"));
    }

    [Test]
    public async Task An_answer_from_the_response_cache_is_priced_and_spends_nothing()
    {
        var scores = await Evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()) with { Calls = [Chat with { FromCache = true, Tries = [] }] }, default);

        Assert.That(scores.Skip(2).Select(s => s.Value), Is.EqualTo(new double?[] { 0.0003, 0 }));
        Assert.That(scores[3].Reason, Does.Contain("cache"));
    }

    [Test]
    public async Task Failed_tries_cost_an_unknown_sum_that_is_told()
    {
        var scores = await Evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()) with { Calls = [Chat] }, default);

        Assert.That(scores[3].Value, Is.EqualTo(0.0003));
        Assert.That(scores[3].Reason, Does.Contain("1 failed tries"));
    }

    [Test]
    public async Task A_model_in_the_program_pays_nobody()
    {
        var evaluator = new CostEvaluator(new TracePricer(new PriceTable(new Dictionary<string, ModelPrice> { ["some-model"] = new(1m, 10m) }), new HashSet<string> { "rag" }));

        var scores = await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()), default);

        Assert.That(scores.Skip(2).Select(s => s.Outcome), Is.EqualTo(new[] { Outcome.Scored, Outcome.NotApplicable }));
    }

    [Test]
    public async Task The_detail_has_every_part()
    {
        var prices = new PriceTable(new Dictionary<string, ModelPrice> { ["some-model"] = new(1m, 10m), ["embedder"] = new(0.1m, null) });
        var trace = Some.Trace(Some.Answer()) with { Calls = [Chat with { Kind = "embedding", Model = "embedder", Usage = new TokenUsage(1_000, 0) }] };

        var scores = await new CostEvaluator(prices).EvaluateAsync(Some.Sample(), trace, default);

        Assert.That((string?)scores[2].Detail!["parts"]!["generation"], Is.EqualTo("0.0003"));
        Assert.That((string?)scores[2].Detail!["parts"]!["embedding"], Is.EqualTo("0.0001"));
    }

    [Test]
    public async Task Unknown_usage_is_not_scored() => Assert.That((await Evaluate(Some.Answer() with { Usage = null })).Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotScored));

    [Test]
    public async Task A_usage_that_contradicts_itself_is_not_priced()
    {
        var scores = await Evaluate(Some.Answer() with { Usage = new TokenUsage(1, 1) { CacheRead = 2 } });

        Assert.That(scores[2].Outcome, Is.EqualTo(Outcome.NotScored));
        Assert.That(scores[2].Reason, Does.Contain("cached tokens"));
    }

    [Test]
    public async Task A_failed_trace_fails() => Assert.That((await Evaluate(null)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    [Test]
    public void Prices_make_the_scores_anew_but_not_the_metric()
    {
        var other = new CostEvaluator(new PriceTable(new Dictionary<string, ModelPrice> { ["some-model"] = new(2m, 10m) }));

        Assert.That(other.Definition, Is.Not.EqualTo(Evaluator.Definition));
        Assert.That(other.Metrics[2].DefinitionId, Is.EqualTo(Evaluator.Metrics[2].DefinitionId));
    }

    private static ModelCall Chat => new()
    {
        Kind = "chat",
        Endpoint = "e",
        Tries = [new Try(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.Zero, "503", "busy"), new Try(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.Zero, "ok", null)],
    };

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Answer? answer) => Evaluator.EvaluateAsync(Some.Sample(), Some.Trace(answer), default);
}
