namespace EvalHarness.Comparisons;

/// <summary>Whether the figures of a family are measured, a scenario, or not meaningful in this experiment.</summary>
/// <param name="Family"><c>quality</c>, <c>citations</c>, <c>format</c>, <c>retrieval</c>, <c>freshness</c>, <c>cost</c>, <c>latency</c>.</param>
/// <param name="Why">One sentence for the reader; shown beside the badge.</param>
public sealed record FamilyBadge(string Family, Badge Badge, string Why)
{
    private static readonly string[] Families = ["quality", "citations", "format", "retrieval", "freshness", "cost", "latency"];

    /// <summary>A badge for every family: measured, where nothing else is said.</summary>
    public static IReadOnlyList<FamilyBadge> Complete(IReadOnlyList<FamilyBadge> said) =>
        [.. Families.Select(family => said.FirstOrDefault(b => b.Family == family) ?? new FamilyBadge(family, Badge.Measured, "Measured on the rows of this run."))];
}
