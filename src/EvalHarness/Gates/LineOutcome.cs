namespace EvalHarness.Gates;

/// <summary>How one line of a policy ends.</summary>
public enum LineOutcome
{
    /// <summary>Told, and decides nothing.</summary>
    Told,
    Pass,
    Inconclusive,
    Fail,
    Invalid,
}
