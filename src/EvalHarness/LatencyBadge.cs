using EvalHarness.Comparisons;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>How far a run's latencies may be believed: under a load that nobody fixed, or nobody knows of, they say more about the load than about the pipelines.</summary>
internal static class LatencyBadge
{
    /// <summary>Of recorded answers.</summary>
    public const string RecordedNote = "Recorded answers have the times of where they were made, where they have any, and nothing tells under what load.";

    private const string Family = "latency";

    private static readonly string[] NotForLatency = [RunLoad.AdaptiveNote, RunLoad.ChangedNote];

    /// <summary>What the experiment says of its families, corrected by how the run was loaded; an experiment that says as much keeps its own words.</summary>
    public static IReadOnlyList<FamilyBadge> In(RunManifest manifest, IReadOnlyList<FamilyBadge> said)
    {
        var why = NotForLatency.FirstOrDefault(manifest.Notes.Contains) ?? Recorded(manifest, said);
        if (why is null || said.Any(b => b is { Family: Family, Badge: Badge.NotMeaningful }))
            return said;
        return [.. said.Where(b => b.Family != Family), new FamilyBadge(Family, Badge.NotMeaningful, why)];
    }

    // Whoever made the recordings under one load may say so.
    private static string? Recorded(RunManifest manifest, IReadOnlyList<FamilyBadge> said) =>
        manifest.Pipelines.Any(p => p.IsRecorded()) && said.All(b => b.Family != Family) ? RecordedNote : null;
}
