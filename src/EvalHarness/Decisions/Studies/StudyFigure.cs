using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Studies;

/// <summary>What one point reaches by one measure.</summary>
/// <param name="Name">The metric, with the quantile where it is one: <c>latency-search-ms:p95</c>.</param>
/// <param name="Estimate">Absent when no row has a value.</param>
/// <param name="Difference">Point − the pipeline as it is, paired by sample; absent of the pipeline itself, and with fewer than 6 clusters.</param>
/// <param name="P">Two-sided, Holm over the study's points; absent where nothing is tested: only the first measure's means are.</param>
/// <param name="NNeeded">Samples that would find a difference of 5 points with 80 % power; absent where nothing says.</param>
public sealed record StudyFigure(string Name, string Metric, Unit Unit, Direction Direction, Estimate? Estimate, Estimate? Difference, double? P, int? NNeeded)
{
    /// <summary>A difference of a share that is too small to matter to a reader.</summary>
    public const double Margin = 0.05;

    /// <summary>Whether the whole interval is too small to matter.</summary>
    public bool IsEqual => Difference is { Low: >= -Margin, High: <= Margin };

    /// <summary>Whether it is shown to be better (true) or worse (false) than the pipeline as it is; absent where nothing is shown.</summary>
    public bool? IsBetter => P is <= 0.05
        ? Difference switch { { Low: > 0 } => Direction == Direction.Higher, { High: < 0 } => Direction == Direction.Lower, _ => null }
        : null;
}
