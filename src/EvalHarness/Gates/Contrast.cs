using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Both sides on one metric and slice, and the statistics that bound their difference at one α.</summary>
/// <param name="Shown">The difference, higher is better.</param>
/// <param name="Deciding">The same, but for a relative margin, where each baseline value is scaled by it before and the bound is 0.</param>
/// <param name="Bound">What <paramref name="Deciding"/> must stay above: −margin of a guardrail, the gain that an objective demands.</param>
internal sealed record Contrast(PairedRows Rows, IDifferenceMethod? Shown, IDifferenceMethod? Deciding, double Bound)
{
    /// <summary>In the metric's unit.</summary>
    public double? Margin { get; init; }

    public ScorerNote? Scorer { get; init; }

    /// <summary>The difference with its interval, for people, and how many rows could not count.</summary>
    public string Seen
    {
        get
        {
            var left = Rows.InSlice > Rows.N ? $" ({Rows.InSlice - Rows.N} of {Rows.InSlice} rows not applicable)" : "";
            if (Shown is null)
                return (Rows.N == 0 ? "no row that both sides have" : "too few clusters for an interval") + left;
            var (unit, seen) = (Rows.Metric.Unit, Rows.AsMeasured(Shown.Difference));
            return $"{Figure.OfDifference(seen.Value, unit)} {Figure.IntervalOfDifference(seen, unit)}{left}";
        }
    }

    /// <summary>Whether the whole interval lies above the bound, or below it.</summary>
    public LineOutcome OfGuardrail() =>
        Deciding?.Difference.Low > Bound ? LineOutcome.Pass
        : Deciding?.Difference.High < Bound ? LineOutcome.Fail
        : LineOutcome.Inconclusive;

    /// <summary>Samples that the margin needs, in four of five cases, if the candidate is as good as the baseline.</summary>
    public int? NNeeded(double alpha)
    {
        var differences = Rows.Differences();
        if (Margin is not > 0 || differences.StandardError <= 0)
            return null;
        var needed = new Power(2 * alpha).SamplesNeeded(PairedVariance.Of(differences), Margin.Value);
        return needed < int.MaxValue ? (int)Math.Ceiling(needed) : null;
    }
}
