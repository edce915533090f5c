using System.Runtime.CompilerServices;

namespace EvalHarness.Runs;

/// <summary>Lets attempts arrive at a fixed rate, whatever is still in flight: a system that slows down is not spared, as it would be by waiting for it.</summary>
/// <param name="perSecond">Attempts per second.</param>
internal sealed class ArrivalSchedule(double perSecond, TimeProvider time)
{
    /// <summary>Each at its time, which it carries; one that comes late keeps the time when it should have come.</summary>
    /// <param name="stop">Ends the schedule: nobody waits for the next arrival.</param>
    public async IAsyncEnumerable<WorkAttempt> ArriveAsync(IAsyncEnumerable<WorkAttempt> attempts, CancellationToken stop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        var (begun, startedAt) = (time.GetTimestamp(), time.GetUtcNow());
        var number = 0L;
        await foreach (var attempt in attempts.WithCancellation(cancellationToken))
        {
            var due = TimeSpan.FromSeconds(number++ / perSecond);
            if (due - time.GetElapsedTime(begun) is { } wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, time, either.Token);
            yield return attempt with { IntendedAt = startedAt + due };
        }
    }
}
