using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Every number, amount and date of a claim must stand in the evidence, near the words it is said of.</summary>
internal sealed class QuantityCheck : IClaimCheck
{
    /// <summary>Below the threshold even where every word is covered: a wrong number alone makes a claim unsupported.</summary>
    private const double Nowhere = 0.35;

    private const double SameText = 0.8;
    private const double OtherText = 0.5;

    public IEnumerable<Finding> Check(EvidenceMatch match)
    {
        if (match.Best is not { } best)
            yield break;
        var near = match.QuantitiesNear(best).ToList();
        var beside = match.Second is { } second && second.Mask != best.Mask ? match.QuantitiesNear(second) : [];
        foreach (var quantity in match.Claim.Quantities.Where(mine => !near.Exists(mine.Agrees) && !beside.Any(mine.Agrees)).Take(2))
            yield return new Finding(Factor(match, best, quantity), Reason(match.Claim, quantity, near));
    }

    private static double Factor(EvidenceMatch match, EvidenceWindow best, Quantity quantity)
    {
        if (match.Texts[best.Text].Evidence.Quantities.Exists(quantity.Agrees))
            return SameText;
        return match.Texts.Any(t => t.Evidence.Quantities.Exists(quantity.Agrees)) ? OtherText : Nowhere;
    }

    private static string Reason(PreparedClaim claim, Quantity quantity, IEnumerable<Quantity> near)
    {
        var said = claim.Text[quantity.Start..quantity.End];
        return near.Any(quantity.IsComparable) ? $"'{said}' differs from the evidence" : $"'{said}' is not in the evidence";
    }
}
