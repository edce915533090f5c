namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Spreads calls or tokens evenly, so that no minute sees more than its share.</summary>
/// <remarks>
/// The generic cell rate algorithm (ITU-T I.371) without a burst allowance worth the name: each use moves the earliest next one by its part of a minute.
/// The buckets of System.Threading.RateLimiting let a full minute's worth go at once and read a clock of their own, which no test can hold.
/// </remarks>
internal sealed class MinuteLimit(int perMinute)
{
    private TimeSpan next;

    /// <summary>When the next use may begin.</summary>
    public TimeSpan Next => next;

    public void Use(double amount, TimeSpan now) => next = Spacing.After(next, now, Share(amount), Spacing.Lateness);

    /// <summary>The amount was an estimate: this much more was used, or less when negative.</summary>
    public void Correct(double amount) => next += Share(amount);

    private TimeSpan Share(double amount) => TimeSpan.FromMinutes(amount / perMinute);
}
