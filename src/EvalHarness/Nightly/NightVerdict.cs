namespace EvalHarness.Nightly;

/// <summary>How a night ends, the gravest last.</summary>
public enum NightVerdict
{
    /// <summary>Nothing to say.</summary>
    Quiet,

    /// <summary>A figure strays from its burn-in: worth a look, no reason to act.</summary>
    Warn,

    /// <summary>The candidate is worse than the champion by more than the gate permits.</summary>
    Alarm,

    /// <summary>The night says nothing: an outage, too many errors or unscored rows, too much stale gold. It adds no evidence.</summary>
    Invalid,
}
