namespace EvalHarness.Comparisons;

/// <summary>Whether the figures of a family are measured, a scenario, or not meaningful in this experiment.</summary>
/// <param name="Family"><c>quality</c>, <c>citations</c>, <c>format</c>, <c>retrieval</c>, <c>freshness</c>, <c>cost</c>, <c>latency</c>.</param>
/// <param name="Why">One sentence for the reader; shown beside the badge.</param>
public sealed record FamilyBadge(string Family, Badge Badge, string Why);
