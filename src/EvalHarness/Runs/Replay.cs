using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Makes attempts and keeps their traces, until something stops it.</summary>
/// <param name="onTrace">Told of each trace once it is durable.</param>
/// <param name="onBrokenOff">Told of each attempt that its endpoint stopped: some of its calls may have been paid for. From several threads.</param>
internal sealed class Replay(IReadOnlyDictionary<string, IPipeline> pipelines, PipelineCaller caller, IResultStore store, SpendGate spend, StopSignal stop, Action<Trace>? onTrace, Action<Trace>? onBrokenOff)
{
    /// <summary>Records how the attempt went; nothing where it was stopped.</summary>
    public async Task AttemptAsync(WorkAttempt attempt, CancellationToken cancellationToken)
    {
        if (await CallAsync(attempt, cancellationToken) is not { } trace)
            return;
        // It may have been paid for: it is kept even when everything else is given up.
        await store.WriteAsync(trace, CancellationToken.None);
        onTrace?.Invoke(trace);
    }

    /// <returns>Absent when the attempt was stopped, before it began or by its endpoint.</returns>
    public async Task<Trace?> CallAsync(WorkAttempt attempt, CancellationToken cancellationToken)
    {
        var pipeline = attempt.Item.Pipeline;
        if (stop.Includes(pipeline) || !await AdmitAsync(attempt.Item, cancellationToken))
            return null;

        var call = await caller.CallAsync(attempt, pipelines[pipeline], cancellationToken);
        spend.Settle(attempt.Item, call.Trace);
        if (call.Stopped is not { } stopped)
            return call.Trace;
        onBrokenOff?.Invoke(call.Trace);
        stop.Stop(new RunStop(StopCause.Endpoint, pipeline, $"Pipeline '{pipeline}' was stopped: {stopped.Message.TrimEnd('.')}. Mend it, then give the same command again."));
        return null;
    }

    private async Task<bool> AdmitAsync(WorkItem item, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        try
        {
            if (await spend.AdmitAsync(item, either.Token))
                return true;
            stop.Stop(new RunStop(StopCause.Budget, null, "The run was stopped before it would have spent more than its budget: the same command with a larger one goes on."));
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
