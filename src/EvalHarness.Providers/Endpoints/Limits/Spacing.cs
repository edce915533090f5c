namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Even distances between calls, though timers are late.</summary>
internal static class Spacing
{
    /// <summary>What a busy machine's timers are late by: unless the next calls make it up, a rate of hundreds a second is never reached.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(25);

    /// <summary>When the call after one that begins now may begin.</summary>
    /// <param name="madeUp">At the most so much lateness is made up; none where it is negative.</param>
    public static TimeSpan After(TimeSpan due, TimeSpan now, TimeSpan distance, TimeSpan madeUp)
    {
        var earliest = madeUp > TimeSpan.Zero ? now - madeUp : now;
        return (due > earliest ? due : earliest) + distance;
    }
}
