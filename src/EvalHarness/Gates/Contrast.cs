using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Both sides on one metric and slice, and the statistics that bound their difference at one α.</summary>
/// <param name="Shown">The difference, higher is better.</param>
/// <param name="Deciding">The same, but for a relative margin, where each baseline value is scaled by it before and the bound is 0.</param>
/// <param name="Bound">What <paramref name="Deciding"/> must stay above: −margin.</param>
internal sealed record Contrast(PairedRows Rows, IDifferenceMethod? Shown, IDifferenceMethod? Deciding, double Bound)
{
    /// <summary>In the metric's unit.</summary>
    public double? Margin { get; init; }

    public ScorerNote? Scorer { get; init; }

    /// <summary>Whether the whole interval lies above the bound, or below it.</summary>
    public LineOutcome OfGuardrail() =>
        Deciding?.Difference.Low > Bound ? LineOutcome.Pass
        : Deciding?.Difference.High < Bound ? LineOutcome.Fail
        : LineOutcome.Inconclusive;

    public double? HighestAt => Deciding?.Difference.High;

    /// <summary>Samples that the margin needs if the candidate is as good as the baseline.</summary>
    public int? NNeeded(double alpha)
    {
        var differences = Rows.Differences();
        if (Margin is not > 0 || differences.StandardError <= 0)
            return null;
        var needed = new Power(2 * alpha).SamplesNeeded(PairedVariance.Of(differences), Margin.Value);
        return needed < int.MaxValue ? (int)Math.Ceiling(needed) : null;
    }
}
