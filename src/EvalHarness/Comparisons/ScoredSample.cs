namespace EvalHarness.Comparisons;

/// <summary>What statistics need to know of a sample.</summary>
/// <param name="Cluster">Its source document; its own id without one.</param>
/// <param name="ClusterIndex">Equal for samples of one cluster.</param>
/// <param name="Slices"><c>tag=value</c>.</param>
public sealed record ScoredSample(string Id, string Cluster, int ClusterIndex, IReadOnlyList<string> Slices);
