using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Numbers, amounts, times and dates: whether they stand in the evidence, near the words they are said of, and of the same thing.</summary>
internal sealed class QuantityFeatures : IFeatureFamily
{
    private const double Most = 3;
    private const int Reach = 3;

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("quantities-nowhere", -1, "quantities of the claim that neither evidence nor question has, at most 3", true),
        new("quantities-far", -1, "quantities that the evidence has, but not in or beside the best windows, at most 3", true),
        new("quantities-contradicted", -1, "1 when a sentence that says nearly the same has another value of that kind"),
        new("quantities-detached", -1, "quantities that the evidence never has beside the word they stand beside in the claim, at most 3", true),
        new("dates-nowhere", -1, "dates and years among quantities-nowhere, at most 3", true),
        new("quantities-found", 0, "1 when the claim has quantities and all are found", false),
        new("quantities-replaced", -1, "1 when such a sentence has another value and the claim's own stands nowhere near either"),
        new("singles-contradicted", -1, "1 when the claim has one of something and the closest sentence another number"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var match = reading.Match;
        var near = match.QuantitiesNear(reading.Best).Concat(match.Second is { } second ? match.QuantitiesNear(second) : []).ToList();
        foreach (var quantity in match.Claim.Quantities.Where(q => !match.Claim.IsAsked(q)))
        {
            if (!Anywhere(match, quantity))
                (values[0], values[4]) = (values[0] + 1, values[4] + (IsDate(quantity) ? 1 : 0));
            else if (!near.Exists(quantity.Agrees))
                values[1]++;
            else if (IsDetached(reading, quantity))
                values[3]++;
        }

        values[2] = Contradicts(match, match.Claim.Quantities, []) ? 1 : 0;
        values[5] = match.Claim.Quantities.Count > 0 && values[0] + values[1] == 0 ? 1 : 0;
        values[6] = Contradicts(match, match.Claim.Quantities, near) ? 1 : 0;
        values[7] = Contradicts(match, match.Claim.Singles, []) ? 1 : 0;
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Min(Most, values[i]);
    }

    private static bool IsDate(Quantity quantity) => quantity.Date is not null || (quantity.Unit.Length == 0 && quantity.Value is >= 1000 and < 2200 && quantity.Value == Math.Floor(quantity.Value));

    private static bool Anywhere(EvidenceMatch match, Quantity quantity)
    {
        foreach (var text in match.Texts)
        {
            if (text.Evidence.Quantities.Exists(other => Agrees(quantity, other)))
                return true;
        }

        return false;
    }

    /// <summary>By value, or rounded to two figures: <c>1.2 million</c> for 1,234,567.</summary>
    private static bool Agrees(Quantity mine, Quantity theirs) =>
        mine.Agrees(theirs)
        || (mine.Date is null && theirs.Date is null && Math.Abs(mine.Value) >= 100 && !IsDate(mine) && (mine.Unit == theirs.Unit || mine.Unit.Length == 0 || theirs.Unit.Length == 0)
            && Math.Abs(mine.Value - theirs.Value) <= 0.01 * Math.Abs(theirs.Value));

    private static bool IsDetached(ClaimReading reading, Quantity quantity)
    {
        var own = Beside(reading.Claim.WordBits.Length, quantity, i => reading.Claim.WordBits[i]);
        if ((own & reading.Match.All) == 0)
            return false;
        foreach (var text in reading.Match.Texts)
        {
            foreach (var other in text.Evidence.Quantities)
            {
                if (Agrees(quantity, other) && (Beside(text.Evidence.Words.Count, other, text.Bit, Reach + 3) & own) != 0)
                    return false;
            }
        }

        return true;
    }

    private static ulong Beside(int count, Quantity quantity, Func<int, int> bitOf, int reach = Reach)
    {
        var mask = 0UL;
        for (var i = Math.Max(0, quantity.FirstWord - reach); i < Math.Min(count, quantity.FirstWord + quantity.WordCount + reach); i++)
            mask |= bitOf(i) is var bit and >= 0 ? 1UL << bit : 0;
        return mask;
    }

    private static bool Contradicts(EvidenceMatch match, IEnumerable<Quantity> quantities, List<Quantity> near)
    {
        if (match.Closest is not { } closest)
            return false;
        var there = match.QuantitiesIn(closest).ToList();
        return there.Count > 0 && quantities.GroupBy(q => (q.Unit, q.Date is null)).Any(kind => there.Exists(kind.First().IsComparable) && !kind.Any(mine => there.Exists(mine.Agrees) || near.Exists(mine.Agrees)));
    }
}
