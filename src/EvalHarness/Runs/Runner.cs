using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>Replays a run's samples through its pipelines.</summary>
/// <param name="pipelines">By name.</param>
/// <param name="specs">The same pipelines: which of them call endpoints decides how many samples are in flight.</param>
public sealed class Runner(RunStore store, IReadOnlyDictionary<string, IPipeline> pipelines, IReadOnlyList<PipelineSpec> specs, RunOptions options, TimeProvider time)
{
    private readonly RunLoad load = RunLoad.Of(options, specs);
    private readonly HashSet<string> calling = [.. specs.Where(s => s.CallsEndpoints()).Select(s => s.Name)];

    /// <summary>Without one, nothing is too dear.</summary>
    public ISpendLimit? SpendLimit { get; init; }

    /// <summary>Answers what the store does not have yet, and tries again what an endpoint failed before it stopped a pipeline.</summary>
    /// <param name="stoppedBefore">What ended the replay when it was last under way.</param>
    /// <returns>Why it ended early, as a whole or for a pipeline; empty when all of it is answered.</returns>
    public async Task<IReadOnlyList<RunStop>> RunAsync(RunPlan plan, IReadOnlyCollection<RunStop> stoppedBefore, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        string[] mended = [.. stoppedBefore.Where(s => s.Cause == StopCause.Endpoint).Select(s => s.Pipeline).OfType<string>()];
        var again = await store.Traces.FailedAsync(mended, TraceError.Endpoint, cancellationToken);
        return await ReplayAsync(plan, Work(plan, again, missingToo: true, cancellationToken), options.WarmUp, onTrace, cancellationToken);
    }

    /// <summary>Tries again what failed; the new attempt supersedes the failed one, which stays on record.</summary>
    /// <param name="missingToo">Whether what has no answer yet is answered as well.</param>
    public async Task<IReadOnlyList<RunStop>> RetryAsync(RunPlan plan, bool missingToo, Action<Trace>? onTrace, CancellationToken cancellationToken) =>
        await ReplayAsync(plan, Work(plan, await store.Traces.FailedAsync(cancellationToken), missingToo, cancellationToken), warmUp: 0, onTrace, cancellationToken);

    private WorkList Work(RunPlan plan, IReadOnlyDictionary<string, int> again, bool missingToo, CancellationToken cancellationToken) =>
        new(plan, store.Samples.ReadAsync(cancellationToken), store.Traces, again, missingToo);

    private async Task<IReadOnlyList<RunStop>> ReplayAsync(RunPlan plan, WorkList work, int warmUp, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        using var stop = new StopSignal();
        using var deadline = new RunDeadline(options.DeadlineSeconds, stop, time, cancellationToken);
        using var permits = new LoadPermits(load.Places, name => load.IsOpen || (load.IsAdaptive && calling.Contains(name)), stop.Token);
        var caller = new PipelineCaller(permits, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        var replay = new Replay(pipelines, caller, store.Traces, new SpendGate(SpendLimit, waits: !load.IsOpen), stop, onTrace);
        try
        {
            await WarmUpAsync(plan, replay, work, warmUp, deadline.Token);
            await Parallel.ForEachAsync(
                Attempts(work, stop, deadline.Token).TakeWhile(_ => !stop.Token.IsCancellationRequested),
                new ParallelOptions { MaxDegreeOfParallelism = load.InFlight, CancellationToken = deadline.Token },
                async (attempt, _) => await replay.AttemptAsync(attempt, deadline.Token));
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // What was still in flight is missing, and the same command answers it.
        }

        return stop.Stops;
    }

    // Every pipeline sees the arrival rate: the items of one sample are spread over its interval.
    private IAsyncEnumerable<WorkAttempt> Attempts(WorkList work, StopSignal stop, CancellationToken cancellationToken) => options.ArrivalRate is { } samplesPerSecond
        ? new ArrivalSchedule(samplesPerSecond * pipelines.Count, time).ArriveAsync(work.ReadAsync(cancellationToken), stop.Token, cancellationToken)
        : work.ReadAsync(cancellationToken);

    // Not recorded, and past the response cache: the first calls pay for compilation, connections and caches.
    private async Task WarmUpAsync(RunPlan plan, Replay replay, WorkList work, int samples, CancellationToken cancellationToken)
    {
        if (samples == 0 || !await work.ReadAsync(cancellationToken).AnyAsync(cancellationToken))
            return;
        await foreach (var sample in store.Samples.ReadAsync(cancellationToken).Take(samples))
            foreach (var item in plan.Items(sample).Where(i => i.Repeat == 0))
                await replay.CallAsync(new WorkAttempt(item with { Repeat = CallLog.WarmUp }), cancellationToken);
    }
}
