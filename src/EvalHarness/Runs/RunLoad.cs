using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>How many samples are in flight at once, and who decides it.</summary>
/// <param name="InFlight">The most there may be.</param>
/// <param name="Places">How many of those may be in flight that neither an endpoint nor a schedule holds back.</param>
/// <param name="IsOpen">A schedule decides: whatever arrives is begun.</param>
/// <param name="IsAdaptive">The endpoints decide: latencies depend on what else was asked of them at the time.</param>
public sealed record RunLoad(int InFlight, int Places, bool IsOpen, bool IsAdaptive)
{
    /// <summary>Stands in the manifest of a run whose latencies are not for comparing.</summary>
    public const string AdaptiveNote =
        "Not for latency: endpoints were called as often as they allowed. Set run.concurrency or run.arrival_rate to compare latencies.";

    /// <summary>Stands in the manifest of a run that went on under another load.</summary>
    public const string ChangedNote = "Not for latency: the run was taken up again under another load.";

    // Where pipelines compute in this process, more would only make each of them slower.
    private const int Computing = 8;

    // Enough to keep any endpoint busy that is worth waiting for.
    private const int Calling = 256;

    /// <summary>What a reader of the report must know of the load.</summary>
    public IReadOnlyList<string> Notes => IsAdaptive ? [AdaptiveNote] : [];

    public static RunLoad Of(RunOptions options, IEnumerable<PipelineSpec> pipelines) => options switch
    {
        { ArrivalRate: not null } => new RunLoad(int.MaxValue, 1, IsOpen: true, IsAdaptive: false),
        { Concurrency: { } fixedLoad } => new RunLoad(fixedLoad, fixedLoad, IsOpen: false, IsAdaptive: false),
        _ when pipelines.Any(p => p.CallsEndpoints()) => new RunLoad(Calling, Computing, IsOpen: false, IsAdaptive: true),
        _ => new RunLoad(Computing, Computing, IsOpen: false, IsAdaptive: false),
    };
}
