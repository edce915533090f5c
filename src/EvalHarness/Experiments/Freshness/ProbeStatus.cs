namespace EvalHarness.Experiments.Freshness;

/// <summary>How one measurement ended.</summary>
public enum ProbeStatus
{
    /// <summary>The fresh answer came.</summary>
    Fresh,

    /// <summary>It did not come while it was waited for, or the update failed: the lag is longer than that.</summary>
    Censored,

    /// <summary>The answer was the fresh one before the change: nothing can be measured.</summary>
    AlreadyFresh,

    /// <summary>The change could not be made: nothing can be measured.</summary>
    NotChanged,
}
