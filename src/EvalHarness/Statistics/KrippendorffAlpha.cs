namespace EvalHarness.Statistics;

/// <summary>Krippendorff's alpha: one figure for any number of raters, with ratings missing.</summary>
/// <remarks>Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.</remarks>
public static class KrippendorffAlpha
{
    /// <summary>At most 1, 0 at chance; absent where ratings that can be compared do not vary.</summary>
    public static double? Of(RatedUnits units, RatingScale scale)
    {
        var compared = units.Counts.Where(unit => unit.Sum() > 1).ToList();
        double[] totals = [.. units.Categories.Select((_, category) => (double)compared.Sum(unit => unit[category]))];
        var (observed, expected) = (0.0, 0.0);
        for (var a = 0; a < totals.Length; a++)
            for (var b = 0; b < totals.Length; b++)
            {
                var distance = Distance(a, b, units.Categories, totals, scale);
                observed += distance * compared.Sum(unit => unit[a] * (unit[b] - (a == b ? 1.0 : 0)) / (unit.Sum() - 1.0));
                expected += distance * totals[a] * totals[b];
            }

        return expected == 0 ? null : 1 - ((totals.Sum() - 1) * observed / expected);
    }

    /// <summary>Squared.</summary>
    private static double Distance(int a, int b, IReadOnlyList<int> categories, double[] totals, RatingScale scale)
    {
        var apart = scale switch
        {
            _ when a == b => 0,
            RatingScale.Nominal => 1,
            RatingScale.Ordinal => totals[Math.Min(a, b)..(Math.Max(a, b) + 1)].Sum() - ((totals[a] + totals[b]) / 2),
            RatingScale.Interval => categories[a] - categories[b],
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "a scale without a distance"),
        };
        return apart * apart;
    }
}
