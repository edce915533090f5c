using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Lets work begin as long as it may be paid for; what was set aside for calls in flight may turn out to have been more than enough.</summary>
/// <param name="limit">Without one everything may begin.</param>
/// <param name="waits">Whether a refused item waits for those in flight; a schedule of arrivals waits for nobody.</param>
internal sealed class SpendGate(ISpendLimit? limit, bool waits)
{
    private readonly Lock gate = new();
    private int inFlight;
    private TaskCompletionSource settled = NewSource();

    /// <returns>False when the limit could be exceeded, whatever those in flight turn out to cost.</returns>
    public async Task<bool> AdmitAsync(WorkItem item, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (limit?.TryReserve(item) ?? true)
                {
                    inFlight++;
                    return true;
                }

                if (inFlight == 0 || !waits)
                    return false;
                change = settled.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    public void Settle(WorkItem item, Trace trace)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            limit?.Settle(item, trace);
            inFlight--;
            (before, settled) = (settled, NewSource());
        }

        before.SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
