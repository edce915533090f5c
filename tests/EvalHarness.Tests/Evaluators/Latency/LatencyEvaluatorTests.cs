using EvalHarness.Evaluators.Latency;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

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
}
