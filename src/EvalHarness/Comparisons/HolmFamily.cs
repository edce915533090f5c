using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>The family over which p values are adjusted: the metrics compared between the same two pipelines in slice <c>all</c>.</summary>
internal static class HolmFamily
{
    public static IReadOnlyList<PairedComparison> Adjust(PairedComparison[] comparisons)
    {
        var families = Enumerable.Range(0, comparisons.Length)
            .Where(i => comparisons[i].Slice == Slice.All && comparisons[i].Difference is not null)
            .GroupBy(i => (comparisons[i].Candidate, comparisons[i].Baseline));
        foreach (var family in families)
            Adjust(comparisons, [.. family]);
        return comparisons;
    }

    // A metric without evidence stays in the family as p = 1: whether it varies was not known beforehand.
    private static void Adjust(PairedComparison[] comparisons, int[] family)
    {
        var adjusted = Holm.Adjust([.. family.Select(i => comparisons[i].P ?? 1)]);
        foreach (var (i, p) in family.Zip(adjusted))
            comparisons[i] = comparisons[i] with { PAdjusted = comparisons[i].P is null ? null : p };
    }
}
