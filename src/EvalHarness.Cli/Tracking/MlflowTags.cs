using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Tracking;

/// <summary>What is known of a run and may change: hashes, command, verdict.</summary>
internal static class MlflowTags
{
    public static IEnumerable<MlflowPair> Of(RunReport report) =>
        All(report.Manifest, report)
            .Where(t => t.Value is not null)
            .Select(t => new MlflowPair(MlflowText.Key(t.Name), MlflowText.Cut(t.Value!, MlflowText.LongestTag)));

    private static IEnumerable<(string Name, string? Value)> All(RunManifest manifest, RunReport report) =>
    [
        (MlflowRun.IdTag, manifest.Id),
        ("evalharness.version", manifest.Environment.Harness),
        ("evalharness.command", manifest.Command),
        ("evalharness.manifest_hash", manifest.ManifestHash),
        ("evalharness.dataset_hash", manifest.Dataset.Hash),
        .. manifest.Hashes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => ($"evalharness.hash.{h.Key}", (string?)h.Value)),
        .. manifest.Pipelines.Select(p => ($"evalharness.identity.{p.Name}", (string?)p.Identity)),
        .. report.Badges.Select(b => ($"evalharness.badge.{b.Family}", (string?)$"{BadgeWords.Of(b.Badge)}: {b.Why}")),
        ("evalharness.verdict", report.Gate is { } gate ? VerdictWords.Of(gate.Verdict) : null),
        ("mlflow.source.name", "evalharness"),
        ("mlflow.source.git.commit", manifest.Environment.GitCommit),
        ("mlflow.note.content", report.Description),
    ];
}
