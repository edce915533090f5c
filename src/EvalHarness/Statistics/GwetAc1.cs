namespace EvalHarness.Statistics;

/// <summary>Gwet's AC1: agreement beyond chance that does not fall when nearly everything is of one category, as Cohen's kappa does.</summary>
/// <remarks>Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61; for several raters and missing ratings Gwet 2014, Handbook of Inter-Rater Reliability.</remarks>
public static class GwetAc1
{
    // A category that could have been said and was not: without a second one there is no chance to agree by.
    private const int FewestCategories = 2;

    /// <summary>At most 1, 0 at chance; absent where no unit has two ratings.</summary>
    public static double? Of(RatedUnits units)
    {
        if (units.Agreed is not { } agreed)
            return null;
        var shares = units.Categories.Select((_, category) => units.Counts.Average(unit => unit[category] / (double)unit.Sum()));
        var chance = shares.Sum(share => share * (1 - share)) / (Math.Max(FewestCategories, units.Categories.Count) - 1);
        return (agreed - chance) / (1 - chance);
    }
}
