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

    /// <summary>Pipelines that cannot answer: none of their questions is asked.</summary>
    public IReadOnlyList<RunStop> StoppedBefore { get; init; } = [];

    /// <summary>Told of each answer that only warmed its pipeline up.</summary>
    public Action<Trace>? WarmedUp { get; init; }

    /// <summary>Told of each attempt that its endpoint stopped, which leaves no answer: from several threads.</summary>
    public Action<Trace>? BrokenOff { get; init; }

    /// <summary>Answers what the store does not have yet, and tries again what an endpoint failed before it stopped a pipeline.</summary>
    /// <param name="stoppedBefore">What ended the replay when it was last under way.</param>
    /// <returns>Why it ended early, as a whole or for a pipeline; empty when all of it is answered.</returns>
    public async Task<IReadOnlyList<RunStop>> RunAsync(RunPlan plan, IReadOnlyCollection<RunStop> stoppedBefore, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        string[] mended = [.. stoppedBefore.Where(s => s.Cause == StopCause.Endpoint).Select(s => s.Pipeline).OfType<string>()];
        var again = await store.Traces.FailedAsync(mended, TraceError.Endpoint, cancellationToken);
        return await ReplayAsync(plan, Work(plan, again, missingToo: true, cancellationToken), warmsUp: true, onTrace, cancellationToken);
    }

    /// <summary>Tries again what failed; the new attempt supersedes the failed one, which stays on record.</summary>
    /// <param name="missingToo">Whether what has no answer yet is answered as well.</param>
    public async Task<IReadOnlyList<RunStop>> RetryAsync(RunPlan plan, bool missingToo, Action<Trace>? onTrace, CancellationToken cancellationToken) =>
        await ReplayAsync(plan, Work(plan, await store.Traces.FailedAsync(cancellationToken), missingToo, cancellationToken), warmsUp: false, onTrace, cancellationToken);

    private WorkList Work(RunPlan plan, IReadOnlyDictionary<string, int> again, bool missingToo, CancellationToken cancellationToken) =>
        new(plan, store.Samples.ReadAsync(cancellationToken), store.Traces, again, missingToo);

    private async Task<IReadOnlyList<RunStop>> ReplayAsync(RunPlan plan, WorkList work, bool warmsUp, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        using var stop = new StopSignal();
        foreach (var stopped in StoppedBefore)
            stop.Stop(stopped);
        if (specs.All(s => stop.Includes(s.Name)))
            return stop.Stops;
        using var deadline = new RunDeadline(options.DeadlineSeconds, stop, time, cancellationToken);
        using var permits = new LoadPermits(load.Places, name => load.IsOpen || (load.IsAdaptive && calling.Contains(name)), stop.Token);
        var caller = new PipelineCaller(permits, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        var replay = new Replay(pipelines, caller, store.Traces, new SpendGate(SpendLimit, waits: !load.IsOpen), stop, onTrace, BrokenOff);
        try
        {
            if (warmsUp)
                await WarmUpAsync(plan, replay, work, deadline.Token);
            await Parallel.ForEachAsync(
                Attempts(work, stop, deadline.Token).TakeWhile(_ => !stop.Token.IsCancellationRequested),
                new ParallelOptions { MaxDegreeOfParallelism = load.InFlight, CancellationToken = deadline.Token },
                async (attempt, _) => await replay.AttemptAsync(attempt, deadline.Token));
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // What was still in flight is missing, and the same command answers it.
        }

        cancellationToken.ThrowIfCancellationRequested();
        return stop.Stops;
    }

    // Every pipeline sees the arrival rate: the items of one sample are spread over its interval.
    private IAsyncEnumerable<WorkAttempt> Attempts(WorkList work, StopSignal stop, CancellationToken cancellationToken) => options.ArrivalRate is { } samplesPerSecond
        ? new ArrivalSchedule(samplesPerSecond * specs.Count, time).ArriveAsync(work.ReadAsync(cancellationToken), stop.Token, cancellationToken)
        : work.ReadAsync(cancellationToken);

    // No answers of the run, and past the response cache: the first calls pay for compilation, connections and caches.
    private async Task WarmUpAsync(RunPlan plan, Replay replay, WorkList work, CancellationToken cancellationToken)
    {
        var answers = specs.ToDictionary(s => s.Name, options.WarmUpOf, StringComparer.Ordinal);
        if (answers.Values.Max() is var most && (most == 0 || !await work.ReadAsync(cancellationToken).AnyAsync(cancellationToken)))
            return;
        await foreach (var (place, sample) in store.Samples.ReadAsync(cancellationToken).Take(most).Index())
            foreach (var item in plan.Items(sample).Where(i => i.Repeat == 0 && place < answers[i.Pipeline]))
                if (await replay.CallAsync(new WorkAttempt(item with { Repeat = CallLog.WarmUp }), cancellationToken) is { } trace)
                    WarmedUp?.Invoke(trace);
    }
}
