using EvalHarness.Comparisons;

namespace EvalHarness.Reports.Wording;

/// <summary>One metric's part of the answer: who leads, if anybody is shown to, and what is known of the others.</summary>
/// <param name="Name">The metric's name; its words and badge follow from it.</param>
public sealed record MetricAnswer(string Name, string Text)
{
    /// <param name="comparisons">Every other pipeline with the baseline on one metric, slice <c>all</c>; at least one.</param>
    public static MetricAnswer From(string name, IReadOnlyList<PairedComparison> comparisons)
    {
        var by = comparisons.ToLookup(c => c.Finding());
        return new(name, $"{Leader(by, comparisons)} {Others(by)}".Trim());
    }

    /// <summary>A pipeline leads only when every other one is shown to stand on the far side of the baseline.</summary>
    private static string Leader(ILookup<Finding, PairedComparison> by, IReadOnlyList<PairedComparison> comparisons)
    {
        var baseline = comparisons[0].Baseline;
        var better = by[Finding.Better].ToList();
        var allOthersWorse = better.Count + by[Finding.Worse].Count() == comparisons.Count;

        return better.Count switch
        {
            0 when allOthersWorse => $"{baseline} leads.",
            0 => by[Finding.NoDifferenceShown].Any() || by[Finding.Worse].Any() ? $"No pipeline is shown to be better than {baseline}." : "",
            1 when allOthersWorse => $"{better[0].Candidate} leads: {FindingWords.Numbers(better[0])}, against {baseline}.",
            1 => $"{Said(better)} is better than {baseline}.",
            _ => $"Better than {baseline}: {Said(better)}; between these no test was made.",
        };
    }

    private static string Others(ILookup<Finding, PairedComparison> by) => string.Concat(
        by[Finding.Worse].Any() ? $" Worse: {Said(by[Finding.Worse])}." : "",
        by[Finding.NoDifferenceShown].Any() ? $" No difference shown: {Named(by[Finding.NoDifferenceShown])}." : "",
        by[Finding.NotEnoughRows].Any() ? $" Not enough rows: {Named(by[Finding.NotEnoughRows])}." : "").TrimStart();

    private static string Named(IEnumerable<PairedComparison> comparisons) => List.Of([.. comparisons.Select(c => c.Candidate)]);

    private static string Said(IEnumerable<PairedComparison> comparisons) =>
        List.Of([.. comparisons.Select(c => $"{c.Candidate} ({FindingWords.Numbers(c)})")]);
}
