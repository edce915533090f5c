using EvalHarness.Evaluators.Latency;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Evaluators.Latency;

public sealed class LatencyEvaluatorTests
{
    private static readonly LatencyEvaluator Evaluator = new(["search", "rerank"]);

    [Test]
    public async Task Every_stage_has_a_metric_of_its_own()
    {
        var trace = Some.Trace(Some.Answer()) with { Stages = new Dictionary<string, TimeSpan> { ["search"] = TimeSpan.FromMilliseconds(3) } };

        var scores = await Evaluator.EvaluateAsync(Some.Sample(), trace, default);

        Assert.That(scores.Select(s => s.Metric), Is.EqualTo(new[] { "latency-service-ms", "latency-felt-ms", "latency-search-ms", "latency-rerank-ms", "latency-first-token-ms", "latency-per-output-token-ms" }));
        Assert.That(scores.Select(s => s.Value), Is.EqualTo(new double?[] { 12, 15, 3, null, null, null }));
        Assert.That(scores[3].Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_timeout_counts_with_at_least_its_limit()
    {
        var trace = Some.Trace(null) with { Error = new TraceError("timeout", "no answer in 20 s"), ServiceLatency = TimeSpan.FromSeconds(20), FeltLatency = TimeSpan.FromSeconds(41) };

        var scores = await Evaluator.EvaluateAsync(Some.Sample(), trace, default);

        Assert.That(scores.Take(2).Select(s => s.Value), Is.EqualTo(new double?[] { 20_000, 41_000 }));
        Assert.That(scores[0].Reason, Does.Contain("timed out"));
        Assert.That(scores.Skip(2).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));
    }

    [Test]
    public async Task Any_other_failure_has_no_latency() =>
        Assert.That((await Evaluator.EvaluateAsync(Some.Sample(), Some.Trace(null), default)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    [Test]
    public async Task An_answer_in_which_the_cache_had_a_part_has_no_latency()
    {
        var trace = Some.Trace(Some.Answer()) with { Calls = [Call(1000, null, 20), Call(1000, null, 20) with { FromCache = true }] };

        var scores = await Evaluator.EvaluateAsync(Some.Sample(), trace, default);

        Assert.That(scores.Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That(scores[0].Reason, Is.EqualTo("1 of 2 calls came from the response cache"));
    }

    [Test]
    public async Task A_streamed_answer_says_when_it_began_and_how_fast_it_came()
    {
        var trace = Some.Trace(Some.Answer()) with { Calls = [Call(500, 100, 5), Call(1000, 200, 21), Call(30, null, 1) with { Kind = "embedding" }] };

        var scores = await Evaluator.EvaluateAsync(Some.Sample(), trace, default);

        Assert.That(scores.TakeLast(2).Select(s => s.Value), Is.EqualTo(new double?[] { 200, 40 }));
    }

    [TestCase(null, Outcome.NotScored)]
    [TestCase(1, Outcome.NotApplicable)]
    public async Task Without_a_second_token_there_is_no_time_per_token(int? tokens, Outcome outcome)
    {
        var trace = Some.Trace(Some.Answer()) with { Calls = [Call(1000, 200, tokens)] };

        var scores = await Evaluator.EvaluateAsync(Some.Sample(), trace, default);

        Assert.That((scores[^2].Value, scores[^1].Outcome), Is.EqualTo(((double?)200, outcome)));
    }

    private static ModelCall Call(double milliseconds, double? firstToken, int? tokens) => new()
    {
        Kind = "chat",
        Endpoint = "main",
        ServiceTime = TimeSpan.FromMilliseconds(milliseconds),
        FirstToken = firstToken is { } first ? TimeSpan.FromMilliseconds(first) : null,
        Usage = tokens is { } output ? new TokenUsage(100, output) : null,
    };
}
