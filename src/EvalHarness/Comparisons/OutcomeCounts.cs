namespace EvalHarness.Comparisons;

/// <summary>How many rows ended in which of the four ways.</summary>
public sealed record OutcomeCounts(int Scored, int NotApplicable, int NotScored, int Failed)
{
    public int All => Scored + NotApplicable + NotScored + Failed;

    /// <summary>Rows on which the metric has a meaning.</summary>
    public int Applicable => All - NotApplicable;

    /// <summary>Rows should have values and none has: that tells of the scorer, and nothing of the pipeline.</summary>
    public bool IsUnscored => Scored == 0 && NotScored > 0;
}
