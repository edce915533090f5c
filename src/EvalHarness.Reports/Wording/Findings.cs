using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>From a comparison to what may be said of it: an interval that excludes 0 and, where there is one, an adjusted p-value that agrees; never the point estimate alone.</summary>
public static class Findings
{
    public static Finding Finding(this PairedComparison comparison)
    {
        if (comparison.Difference is not { } difference)
            return Wording.Finding.NotEnoughRows;
        if (SignOf(difference) is not { } isHigher || comparison.PAdjusted > 1 - difference.Confidence)
            return Wording.Finding.NoDifferenceShown;
        return isHigher == (comparison.Metric.Direction == Direction.Higher) ? Wording.Finding.Better : Wording.Finding.Worse;
    }

    /// <summary>Whether the whole interval is above 0 or below it; nothing when it holds 0 or is unbounded on that side.</summary>
    private static bool? SignOf(Estimate difference) => difference switch
    {
        { Low: > 0 } => true,
        { High: < 0 } => false,
        _ => null,
    };
}
