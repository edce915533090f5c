using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Latency;

/// <summary>How long an answer took, as the runner's clock saw it.</summary>
/// <remarks>
/// Units: milliseconds, lower is better. Service is the pipeline's own work and the successful try of each call; felt has failed tries and back-off in it; neither has the harness's own queue.
/// An answer in which the response cache had a part has no latency: what the original call took was measured under another load.
/// Error: a timeout enters with what it had waited, which is less than it would have taken: quantiles above the limit are lower bounds.
/// </remarks>
/// <param name="stages">The stages that get a metric of their own.</param>
public sealed class LatencyEvaluator(IReadOnlyList<string> stages) : IEvaluator
{
    private static readonly Metric Service = new("latency-service-ms", Unit.Milliseconds, Direction.Lower, "1");
    private static readonly Metric Felt = new("latency-felt-ms", Unit.Milliseconds, Direction.Lower, "1");

    private readonly (string Stage, Metric Metric)[] perStage = [.. stages.Select(stage => (stage, new Metric($"latency-{stage}-ms", Unit.Milliseconds, Direction.Lower, "1")))];

    public string Definition => $"latency/2 {string.Join(',', stages)}";

    public IReadOnlyList<Metric> Metrics => [Service, Felt, .. perStage.Select(p => p.Metric), .. StreamLatency.Metrics];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(trace));

    private IReadOnlyList<Score> Evaluate(Trace trace)
    {
        if (trace.Answer is null && trace.Error?.Kind != TraceError.Timeout)
            return Metrics.Failed(trace.Failure());
        if (!trace.HasLatency)
            return Metrics.NotApplicable("the recording does not say how long answers took");
        // What a recording says is the latency of then, whoever is paid for its calls now.
        if (trace.Answer is not { IsRecorded: true } && trace.Calls.Count(c => c.FromCache) is > 0 and var cached)
            return Metrics.NotApplicable($"{cached} of {trace.Calls.Count} calls came from the response cache");
        var reason = trace.Answer is null ? "timed out: it would have taken longer" : null;
        return
        [
            Service.Scored(trace.ServiceLatency.TotalMilliseconds, reason),
            Felt.Scored(trace.FeltLatency.TotalMilliseconds, reason),
            .. perStage.Select(p => Stage(trace, p.Stage, p.Metric)),
            .. trace.Answer is null ? StreamLatency.Metrics.Failed(trace.Failure()) : StreamLatency.Of(trace),
        ];
    }

    private static Score Stage(Trace trace, string stage, Metric metric)
    {
        if (trace.Answer is null)
            return metric.Failed(trace.Failure());
        return trace.Stages.TryGetValue(stage, out var time) ? metric.Scored(time.TotalMilliseconds) : metric.NotApplicable($"the pipeline has no stage '{stage}'");
    }
}
