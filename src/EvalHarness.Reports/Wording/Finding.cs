namespace EvalHarness.Reports.Wording;

/// <summary>What a paired comparison shows of the candidate.</summary>
public enum Finding
{
    Better,
    Worse,

    /// <summary>The interval, or the p-value adjusted for the metrics compared, leaves both signs open.</summary>
    NoDifferenceShown,

    /// <summary>Too few rows or clusters for an interval.</summary>
    NotEnoughRows,
}
