using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Every number, amount and date of a claim must stand in the evidence, with the words it is said of.</summary>
internal sealed class QuantityCheck : IClaimCheck
{
    /// <summary>Below the threshold even where every word is covered: a wrong number alone makes a claim unsupported.</summary>
    private const double Nowhere = 0.35;

    /// <summary>Of the claim's clause a sentence must have more than this to speak of the same.</summary>
    private const double LeastClause = 0.7;

    private const double SameText = 0.8;

    /// <summary>The asker named it: <c>up to 12 hours, so your 11 hours are fine</c>.</summary>
    private const double Asked = 0.7;

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        if (match.Best is not { } best)
            return [];
        return match.Claim.Quantities.Concat(match.Claim.Singles).Select(q => OtherValue(match, q)).FirstOrDefault(f => f is not null) is { } other ? [other]
            : Contradiction(match) is { } contradiction ? [contradiction]
            : Missing(match, best).Take(2);
    }

    private static IEnumerable<Objection> Missing(EvidenceMatch match, EvidenceWindow best)
    {
        var near = match.QuantitiesNear(best).ToList();
        if (match.Second is { } second && second.Mask != best.Mask && match.IsSameDocument(second, best))
            near.AddRange(match.QuantitiesNear(second));
        foreach (var quantity in match.Claim.Quantities.Where(mine => !near.Exists(mine.Agrees)))
            yield return new Objection(Factor(match, best, quantity), $"'{match.Claim.Wording(quantity)}' is not in the evidence");
    }

    private static double Factor(EvidenceMatch match, EvidenceWindow best, Quantity quantity)
    {
        if (match.Claim.IsAsked(quantity))
            return Asked;
        return match.Texts[best.Text].Evidence.Quantities.Exists(quantity.Agrees) ? SameText : Nowhere;
    }

    /// <summary>One sentence says nearly the same with another value, and none of that kind that the claim has.</summary>
    private static Objection? Contradiction(EvidenceMatch match)
    {
        if (match.Closest is not { } closest)
            return null;
        var there = match.QuantitiesIn(closest).ToList();
        foreach (var kind in match.Claim.Quantities.Concat(match.Claim.Singles).GroupBy(q => (q.Unit, q.Date is null)))
        {
            var comparable = there.Where(kind.First().IsComparable).ToList();
            if (comparable.Count > 0 && !kind.Any(mine => there.Exists(mine.Agrees)))
                return new Objection(Nowhere, $"the evidence has '{match.Wording(closest, comparable[0])}', not '{match.Claim.Wording(kind.First())}'");
        }

        return null;
    }

    /// <summary>The claim's value stands nowhere, not even rounded, and a sentence that says the same as its clause has another value of the same thing.</summary>
    private static Objection? OtherValue(EvidenceMatch match, Quantity mine)
    {
        if (match.Claim.IsAsked(mine) || match.Texts.Any(t => t.Evidence.Quantities.Exists(other => Stands(mine, other))))
            return null;
        // What the question lends (the "long" of "how long") need not stand in the evidence.
        var clause = match.Claim.Around(mine.FirstWord, mine.WordCount) & (match.All | ~match.Claim.Lent);
        var (highest, wording) = (LeastClause, default(string));
        foreach (var text in match.Texts)
        {
            for (var i = 0; i < text.Evidence.Quantities.Count; i++)
            {
                var (other, sentence) = (text.Evidence.Quantities[i], text.Evidence.QuantitySentences[i]);
                if (other.IsSoft || match.Claim.Quantities.Exists(q => q.Agrees(other)))
                    continue;
                var share = match.Share(text.Known(sentence) | (match.Claim.Names & match.All), clause);
                if (share > highest && CountedThing.IsSame(mine, match.Claim.Text, match.Claim.Words, other, text.Evidence.Text, text.Evidence.Words, text.Evidence.Fields[sentence]))
                    (highest, wording) = (share, text.Evidence.Text[other.Start..other.End]);
            }
        }

        return wording is null ? null : new Objection(Nowhere, $"the evidence has '{wording}', not '{match.Claim.Wording(mine)}'", true);
    }

    /// <summary>A month is not found where only its year is.</summary>
    private static bool Stands(Quantity mine, Quantity theirs) =>
        (mine.Agrees(theirs) && (mine.Date?.Month is null || theirs.Date?.Month is not null)) || IsRounded(mine, theirs);

    private static bool IsRounded(Quantity mine, Quantity theirs) =>
        mine.Date is null && theirs.Date is null && mine.Unit == theirs.Unit && mine.Written >= 100 && !CountedThing.IsYear(mine) && Math.Abs(mine.Value - theirs.Value) <= 0.02 * Math.Abs(theirs.Value);
}
