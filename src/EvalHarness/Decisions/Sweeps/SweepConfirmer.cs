using EvalHarness.Comparisons;
using EvalHarness.Runs;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>Reads the confirmation from a run of two pipelines: the chosen point and the pipeline as it is.</summary>
public sealed class SweepConfirmer(RunManifest manifest, ScoreTable table, IReadOnlyList<MetricSummary> summaries)
{
    /// <param name="look">How many confirmations the rows have seen, this one included.</param>
    public SweepConfirmation Confirm(SweepPoint chosen, SweepPoint unvaried, SweepAim aim, string evidence, int look)
    {
        var (figures, contrast) = (new RunFigures(summaries), new PointPairing(table, aim, manifest.Options.Seed).Contrast(chosen.Name, unvaried.Name));
        return new SweepConfirmation(
            chosen.Name,
            unvaried.Name,
            evidence,
            manifest.Id,
            manifest.Dataset.Hash,
            manifest.Dataset.Split,
            aim.Objective.Id,
            figures.Estimate(chosen.Name, aim.Objective.Id),
            figures.Estimate(unvaried.Name, aim.Objective.Id),
            contrast?.Difference,
            contrast?.P,
            contrast?.Clusters ?? 0,
            look,
            manifest.FinishedAt ?? manifest.StartedAt);
    }
}
