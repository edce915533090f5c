using EvalHarness.Statistics;

namespace EvalHarness.Experiments.Remedies;

/// <summary>Counts what a trial repaired and broke.</summary>
/// <param name="outcomes">Of the trial's run, by pipeline and sample.</param>
public sealed class RemedyTally(RemedyTrial trial, IReadOnlyDictionary<(string Pipeline, string Sample), RowOutcome> outcomes, int seed)
{
    private const double Confidence = 0.95;

    private readonly ClusterDraws draws = new(seed);

    /// <param name="run">The folder of the trial's run.</param>
    /// <returns>A line per fault.</returns>
    public IReadOnlyList<RemedyTried> Count(string run)
    {
        var broken = Rate(trial.Controls, RowOutcome.Wrong);
        return [.. trial.Faults.Select(f => new RemedyTried(trial.Pipeline, trial.Rule.Name, trial.Change, f.Fault.Id, f.All, Rate(f.Rows, RowOutcome.Right), broken, run))];
    }

    private RemedyRate Rate(IReadOnlyList<DiagnosedRow> rows, RowOutcome side)
    {
        List<DiagnosedRow> judged = [.. rows.Where(r => Outcome(trial.Changed, r) is not RowOutcome.Unknown)];
        var clusters = judged.Select(r => r.Cluster).Distinct(StringComparer.Ordinal).Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        ClusteredValues values = new(judged.Select(r => Outcome(trial.Changed, r) == side ? 1.0 : 0), judged.Select(r => clusters[r.Cluster]));
        return new RemedyRate(
            judged.Count(r => Outcome(trial.Changed, r) == side),
            rows.Count(r => Outcome(trial.Pipeline, r) == side),
            judged.Count,
            rows.Count,
            MeanEstimator.Of(values, new ValueRange(0, 1), Confidence, draws));
    }

    private RowOutcome Outcome(string pipeline, DiagnosedRow row) => outcomes.GetValueOrDefault((pipeline, row.Sample), RowOutcome.Unknown);
}
