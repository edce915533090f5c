namespace EvalHarness.Statistics;

/// <summary>What several raters say of the same units, in categories; a rater may have left a unit out.</summary>
/// <param name="byRater">Raters down, units across; every rater has as many units.</param>
public sealed class RatedUnits(IReadOnlyList<IReadOnlyList<int?>> byRater)
{
    /// <summary>Per unit how often each category was said, least category first; units that nobody rated are left out.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts { get; } = Count(byRater);

    /// <summary>The categories that were said, ascending.</summary>
    public IReadOnlyList<int> Categories { get; } = CategoriesOf(byRater);

    /// <summary>The share of pairs of raters that agree, averaged over units, in [0, 1]; absent where no unit has two ratings.</summary>
    public double? Agreed
    {
        get
        {
            var compared = Counts.Where(c => c.Sum() > 1).ToList();
            return compared.Count == 0 ? null : compared.Average(unit => unit.Sum(n => n * (n - 1.0)) / (unit.Sum() * (unit.Sum() - 1.0)));
        }
    }

    private static List<int> CategoriesOf(IReadOnlyList<IReadOnlyList<int?>> byRater) => [.. byRater.SelectMany(r => r).OfType<int>().Distinct().Order()];

    private static List<IReadOnlyList<int>> Count(IReadOnlyList<IReadOnlyList<int?>> byRater)
    {
        var categories = CategoriesOf(byRater);
        return byRater.Count == 0
            ? []
            : [.. Enumerable.Range(0, byRater[0].Count)
                .Select(unit => (IReadOnlyList<int>)[.. categories.Select(category => byRater.Count(rater => rater[unit] == category))])
                .Where(counts => counts.Sum() > 0)];
    }
}
