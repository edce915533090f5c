using EvalHarness.Diagnosis;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>One pipeline, one cause: a line of causes.csv.</summary>
/// <param name="Rows">That went wrong by it.</param>
/// <param name="Faulty">Rows of the pipeline that went wrong at all.</param>
/// <param name="All">Rows of the pipeline.</param>
/// <param name="Rate">Of all rows those that went wrong by it; over samples, whose repeats are averaged.</param>
public sealed record CauseSummary(string Pipeline, Cause Cause, int Rows, int Faulty, int All, Estimate? Rate)
{
    /// <summary>Of the faulty rows; absent when there are none.</summary>
    public double? Share => Faulty == 0 ? null : (double)Rows / Faulty;
}
