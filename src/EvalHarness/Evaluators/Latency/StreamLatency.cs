using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Evaluators.Latency;

/// <summary>How soon a streamed answer begins, and how fast it then comes.</summary>
/// <remarks>
/// Units: milliseconds; milliseconds per output token after the first; lower is better. Both are of the last call that streamed: the one that gives the answer.
/// Error: a server that gathers tokens before it sends them seems slower to begin and quicker after.
/// </remarks>
internal static class StreamLatency
{
    private static readonly Metric FirstToken = new("latency-first-token-ms", Unit.Milliseconds, Direction.Lower, "1");
    private static readonly Metric PerOutputToken = new("latency-per-output-token-ms", Unit.Milliseconds, Direction.Lower, "1");

    public static IReadOnlyList<Metric> Metrics { get; } = [FirstToken, PerOutputToken];

    public static IReadOnlyList<Score> Of(Trace trace) => trace.Calls.LastOrDefault(c => c is { Kind: "chat" or "service", FirstToken: not null }) is { FirstToken: { } first } call
        ? [FirstToken.Scored(first.TotalMilliseconds), Rate(call, first)]
        : Metrics.NotApplicable("nothing was streamed");

    private static Score Rate(ModelCall call, TimeSpan first) => call.Usage?.Output switch
    {
        null => PerOutputToken.NotScored("the endpoint does not say how many tokens it wrote"),
        <= 1 => PerOutputToken.NotApplicable("nothing came after the first token"),
        { } tokens => PerOutputToken.Scored((call.ServiceTime - first).TotalMilliseconds / (tokens - 1)),
    };
}
