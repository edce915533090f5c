namespace EvalHarness.Nightly;

/// <summary>How one watched figure ends.</summary>
public enum WatchOutcome
{
    /// <summary>Told, and not watched: too few rows.</summary>
    Told,
    Learning,
    Quiet,
    Warn,
    Alarm,
}
