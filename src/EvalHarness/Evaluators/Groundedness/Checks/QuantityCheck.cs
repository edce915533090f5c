using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Every number, amount and date of a claim must stand in the evidence, with the words it is said of.</summary>
internal sealed class QuantityCheck : IClaimCheck
{
    /// <summary>Below the threshold even where every word is covered: a wrong number alone makes a claim unsupported.</summary>
    private const double Nowhere = 0.35;

    private const double SameText = 0.8;

    /// <summary>The asker named it: <c>up to 12 hours, so your 11 hours are fine</c>.</summary>
    private const double Asked = 0.7;

    public IEnumerable<Finding> Check(EvidenceMatch match)
    {
        if (match.Best is not { } best)
            return [];
        return Contradiction(match) is { } contradiction ? [contradiction] : Missing(match, best).Take(2);
    }

    private static IEnumerable<Finding> Missing(EvidenceMatch match, EvidenceWindow best)
    {
        var near = match.QuantitiesNear(best).ToList();
        if (match.Second is { } second && second.Mask != best.Mask && match.IsSameDocument(second, best))
            near.AddRange(match.QuantitiesNear(second));
        foreach (var quantity in match.Claim.Quantities.Where(mine => !near.Exists(mine.Agrees)))
            yield return new Finding(Factor(match, best, quantity), $"'{match.Claim.Wording(quantity)}' is not in the evidence");
    }

    private static double Factor(EvidenceMatch match, EvidenceWindow best, Quantity quantity)
    {
        if (match.Claim.IsAsked(quantity))
            return Asked;
        return match.Texts[best.Text].Evidence.Quantities.Exists(quantity.Agrees) ? SameText : Nowhere;
    }

    /// <summary>One sentence says nearly the same with another value, and none of that kind that the claim has.</summary>
    private static Finding? Contradiction(EvidenceMatch match)
    {
        if (match.Closest is not { } closest)
            return null;
        var there = match.QuantitiesIn(closest).ToList();
        foreach (var kind in match.Claim.Quantities.Concat(match.Claim.Singles).GroupBy(q => (q.Unit, q.Date is null)))
        {
            var comparable = there.Where(kind.First().IsComparable).ToList();
            if (comparable.Count > 0 && !kind.Any(mine => there.Exists(mine.Agrees)))
                return new Finding(Nowhere, $"the evidence has '{match.Wording(closest, comparable[0])}', not '{match.Claim.Wording(kind.First())}'", IsContradiction: true);
        }

        return null;
    }
}
