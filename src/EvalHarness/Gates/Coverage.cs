using EvalHarness.Comparisons;

namespace EvalHarness.Gates;

/// <summary>How many of the rows that should have a score have one, in [0, 1].</summary>
internal static class Coverage
{
    /// <remarks>A row that the plan asked for and the run does not have should have one; one on which the metric has no meaning should not. 0 when no row should.</remarks>
    public static double Of(ScoreColumn column, IReadOnlyList<int> samples)
    {
        var counts = column.Counts(samples);
        var due = (samples.Count * column.Repeats) - counts.NotApplicable;
        return due > 0 ? (double)counts.Scored / due : 0;
    }
}
