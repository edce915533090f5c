namespace EvalHarness.Runs;

/// <summary>Stops a replay when its time is over or somebody interrupts it: nothing new begins, and what is in flight has a little longer.</summary>
internal sealed class RunDeadline : IDisposable
{
    // A timer holds no more than 49 days.
    private const double LongestSeconds = 4_000_000;

    // What is in flight may have been paid for already.
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(30);

    // Somebody is waiting, and the process is given 30 seconds in all.
    private static readonly TimeSpan LastAnswersAfterInterrupt = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource over;
    private readonly CancellationTokenSource cut;
    private readonly CancellationTokenRegistration interrupted;

    /// <param name="seconds">Without limit when absent.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public RunDeadline(double? seconds, StopSignal stop, TimeProvider time, CancellationToken cancellationToken)
    {
        var limit = seconds is { } given ? TimeSpan.FromSeconds(Math.Min(given, LongestSeconds)) : Timeout.InfiniteTimeSpan;
        over = new CancellationTokenSource(limit, time);
        cut = new CancellationTokenSource(seconds is null ? limit : limit + LastAnswers, time);
        over.Token.Register(() => stop.Stop(new RunStop(StopCause.Deadline, null, FormattableString.Invariant($"The run was stopped at its deadline of {seconds:0.###} s."))));
        interrupted = cancellationToken.Register(() =>
        {
            cut.CancelAfter(LastAnswersAfterInterrupt);
            stop.Stop(new RunStop(StopCause.Interrupt, null, "The run was interrupted."));
        });
    }

    /// <summary>Cancelled when calls in flight are given up.</summary>
    public CancellationToken Token => cut.Token;

    public void Dispose()
    {
        over.Dispose();
        interrupted.Dispose();
        cut.Dispose();
    }
}
