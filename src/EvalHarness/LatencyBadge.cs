using EvalHarness.Comparisons;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>How far a run's latencies may be believed: under a load that nobody fixed they say more about the load than about the pipelines.</summary>
internal static class LatencyBadge
{
    private const string Family = "latency";

    private static readonly string[] NotForLatency = [RunLoad.AdaptiveNote, RunLoad.ChangedNote];

    /// <summary>What the experiment says of its families, corrected by how the run was loaded; an experiment that says as much keeps its own words.</summary>
    public static IReadOnlyList<FamilyBadge> In(RunManifest manifest, IReadOnlyList<FamilyBadge> said)
    {
        var why = NotForLatency.FirstOrDefault(manifest.Notes.Contains);
        if (why is null || said.Any(b => b is { Family: Family, Badge: Badge.NotMeaningful }))
            return said;
        return [.. said.Where(b => b.Family != Family), new FamilyBadge(Family, Badge.NotMeaningful, why)];
    }
}
