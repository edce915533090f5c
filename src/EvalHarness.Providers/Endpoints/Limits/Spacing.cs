namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Even distances between calls, though timers are late.</summary>
internal static class Spacing
{
    // What a busy machine's timers are late by: made up by the next calls, else a rate of hundreds a second is never reached.
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(25);

    /// <summary>When the call after one that begins now may begin.</summary>
    public static TimeSpan After(TimeSpan due, TimeSpan now, TimeSpan distance) => (due > now - Lateness ? due : now - Lateness) + distance;
}
