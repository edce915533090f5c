namespace EvalHarness.Statistics;

/// <summary>Fleiss' kappa: agreement beyond chance of as many raters on every unit, who need not be the same people. Source: Fleiss 1971, Psychological Bulletin 76.</summary>
public static class FleissKappa
{
    /// <summary>At most 1, 0 at chance; absent where units have unlike numbers of ratings (use <see cref="KrippendorffAlpha"/>) or all ratings are alike.</summary>
    public static double? Of(RatedUnits units)
    {
        if (units.Agreed is not { } agreed || units.Counts.Select(unit => unit.Sum()).Distinct().Count() > 1)
            return null;
        double all = units.Counts.Sum(unit => unit.Sum());
        var chance = units.Categories.Select((_, category) => units.Counts.Sum(unit => unit[category]) / all).Sum(share => share * share);
        return chance < 1 ? (agreed - chance) / (1 - chance) : null;
    }
}
