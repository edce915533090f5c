using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Evaluators.Cost;

public sealed class TracePricerTests
{
    private static readonly PriceTable Prices = new(new Dictionary<string, ModelPrice>
    {
        ["some-model"] = new(1m, 10m),
        ["embedder"] = new(0.1m, null),
        ["reranker"] = new(null, null) { PerQuery = 0.002m },
    });

    // 100 tokens in at 1, 20 out at 10.
    private const decimal Generation = 0.0003m;

    private readonly TracePricer pricer = new(Prices);

    [Test]
    public void Embedding_and_re_ranking_are_priced_beside_the_generation()
    {
        var cost = pricer.Price(Trace(Call("chat", "some-model", new TokenUsage(100, 20)), Call("embedding", "embedder", new TokenUsage(1_000, 0)), Call("rerank", "reranker", null)));

        Assert.That(cost.Parts.Select(p => (p.Name, p.PricedUsd)), Is.EqualTo(new (string, decimal?)[] { ("generation", Generation), ("embedding", 0.0001m), ("rerank", 0.002m) }));
        Assert.That(cost.PricedUsd, Is.EqualTo(Generation + 0.0001m + 0.002m));
        Assert.That(cost.SpentUsd, Is.EqualTo(cost.PricedUsd));
    }

    [TestCase("reranker", 0, 3, "0.006")]
    [TestCase("reranker", 5_000, 0, "0.002")]
    [TestCase("embedder", 5_000, 2, "0.0005")]
    public void A_re_ranked_query_costs_what_the_price_table_sells_searches_or_tokens(string model, int tokens, int searches, decimal usd)
    {
        var cost = pricer.Price(Trace(Call("chat", "some-model", new TokenUsage(100, 20)), Call("rerank", model, new TokenUsage(tokens, 0) { Queries = searches })));

        Assert.That(cost.Parts.Single(p => p.Name == "rerank").PricedUsd, Is.EqualTo(usd));
    }

    [Test]
    public void A_re_ranked_query_that_only_counts_searches_has_no_price_by_the_token()
    {
        var cost = pricer.Price(Trace(Call("chat", "some-model", new TokenUsage(100, 20)), Call("rerank", "embedder", new TokenUsage(0, 0) { Queries = 1 })));

        Assert.That(cost.PricedUsd, Is.Null);
        Assert.That(cost.Unknown, Does.Contain("no price for them"));
    }

    [Test]
    public void What_the_response_cache_answered_is_priced_and_spends_nothing()
    {
        var cost = pricer.Price(Trace(Call("chat", "some-model", new TokenUsage(100, 20)) with { FromCache = true }, Call("embedding", "embedder", new TokenUsage(1_000, 0))));

        Assert.That(cost.PricedUsd, Is.EqualTo(Generation + 0.0001m));
        Assert.That(cost.SpentUsd, Is.EqualTo(0.0001m));
    }

    [Test]
    public void Of_several_calls_only_those_that_were_made_are_spent()
    {
        var made = Call("chat", "some-model", new TokenUsage(40, 10));
        var cached = Call("chat", "some-model", new TokenUsage(60, 10)) with { FromCache = true };

        var cost = pricer.Price(Trace(made, cached));

        Assert.That(cost.PricedUsd, Is.EqualTo(Generation));
        Assert.That(cost.SpentUsd, Is.EqualTo(0.00014m));
    }

    [TestCase("unknown", true)]
    [TestCase("embedder", false)]
    public void A_part_of_unknown_price_makes_the_whole_unknown(string model, bool isUsageKnown)
    {
        var cost = pricer.Price(Trace(Call("embedding", model, isUsageKnown ? new TokenUsage(10, 0) : null)));

        Assert.That(cost.PricedUsd, Is.Null);
        Assert.That(cost.SpentUsd, Is.Null);
        Assert.That(cost.Unknown, Does.Contain(model));
    }

    [Test]
    public void A_failed_call_counts_as_nothing_and_its_tries_are_told()
    {
        var failed = Call("embedding", "embedder", null) with { Tries = [Made("503"), Made("timeout")] };

        var cost = pricer.Price(Trace(failed, Call("chat", "some-model", new TokenUsage(100, 20)) with { Tries = [Made("429"), Made("ok")] }));

        Assert.That(cost.PricedUsd, Is.EqualTo(Generation));
        Assert.That(cost.FailedTries, Is.EqualTo(3));
    }

    [Test]
    public void A_failed_answer_has_spent_what_its_calls_did()
    {
        var trace = Some.Trace(null) with { Calls = [Call("embedding", "embedder", new TokenUsage(1_000, 0))] };

        Assert.That(pricer.Price(trace).SpentUsd, Is.EqualTo(0.0001m));
    }

    [Test]
    public void What_the_experiment_now_calls_a_model_wins_over_the_name_on_record()
    {
        var renamed = new TracePricer(Prices) { Names = new Dictionary<string, PriceNames> { ["rag"] = new("some-model", "embedder", null) } };
        var trace = Some.Trace(Some.Answer() with { Model = "mistyped" }) with { Calls = [Call("chat", "mistyped", new TokenUsage(100, 20)), Call("embedding", "old", new TokenUsage(1_000, 0)), Call("rerank", "reranker", null)] };

        Assert.That(renamed.Price(trace).PricedUsd, Is.EqualTo(Generation + 0.0001m + 0.002m));
        Assert.That(renamed.Price(trace with { Pipeline = "other" }).Unknown, Does.Contain("'mistyped'"));
        Assert.That(renamed.Definition, Is.Not.EqualTo(pricer.Definition), "scores are made anew");
    }

    [TestCase("timeout", true)]
    [TestCase("truncated", true)]
    [TestCase("cancelled", true)]
    [TestCase("503", false)]
    [TestCase("unreachable", false)]
    public void A_try_that_may_be_billed_without_a_reply_leaves_open_what_was_paid(string status, bool isOpen)
    {
        var tried = Call("chat", "some-model", new TokenUsage(100, 20)) with { Tries = [Made(status), Made("ok")] };

        var answered = pricer.Price(Trace(tried));
        var failed = pricer.Price(Some.Trace(null) with { Calls = [tried with { Usage = null, Tries = [Made(status)] }] });

        Assert.That((answered.SpentUsd, answered.SettledUsd), Is.EqualTo(((decimal?)Generation, isOpen ? (decimal?)null : Generation)));
        Assert.That(failed.SettledUsd, Is.EqualTo(isOpen ? (decimal?)null : 0));
    }

    [Test]
    public void What_a_sample_whose_time_was_over_has_paid_is_open() =>
        Assert.That(pricer.Price(Some.Trace(null) with { Error = new TraceError(TraceError.Timeout, "no answer within 60 s") }).SettledUsd, Is.Null);

    [Test]
    public void A_model_in_the_program_is_priced_as_if_and_pays_nobody()
    {
        var cost = new TracePricer(Prices, new HashSet<string> { "rag" }).Price(Trace(Call("embedding", "embedder", new TokenUsage(1_000, 0))));

        Assert.That(cost.PricedUsd, Is.EqualTo(Generation + 0.0001m));
        Assert.That(cost.SpentUsd, Is.EqualTo(0.0001m));
    }

    private static Trace Trace(params ModelCall[] calls) => Some.Trace(Some.Answer()) with { Calls = calls };

    private static ModelCall Call(string kind, string model, TokenUsage? usage) => new() { Kind = kind, Endpoint = "e", Model = model, Usage = usage, Tries = [Made("ok")] };

    private static Try Made(string status) => new(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.Zero, status, null);
}
