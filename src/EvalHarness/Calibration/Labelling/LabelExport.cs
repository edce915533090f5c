using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Rows drawn from a run to be labelled: what raters get, and the key that they do not get.</summary>
/// <param name="Items">In the order of the key.</param>
/// <param name="SaidYes">The share of the rows that could be drawn which the scorer says yes to, in [0, 1].</param>
/// <param name="LeftOut">Rows that nobody is asked about, by the reason.</param>
public sealed record LabelExport(LabelKey Key, LabelTask Task, IReadOnlyList<LabelItem> Items, double SaidYes, IReadOnlyDictionary<string, int> LeftOut)
{
    // No scorer is known to be better or worse before it is measured; a rate of 0 or 1 would promise intervals of no width.
    private const double SupposedAccuracy = 0.8;
    private const double LeastRate = 0.05;

    /// <summary>Independent groups among the rows.</summary>
    public int Groups => Key.Rows.Select(r => r.Group).Distinct(StringComparer.Ordinal).Count();

    /// <summary>What intervals to expect, where the scorer is right on four rows of five.</summary>
    public AgreementForecast Forecast => new(Math.Clamp(SaidYes, LeastRate, 1 - LeastRate), SupposedAccuracy, SupposedAccuracy);

    /// <param name="metrics">The run's, with their current definitions.</param>
    /// <exception cref="InputException">The run has no rows to be labelled.</exception>
    public static async Task<LabelExport> DrawAsync(OpenRun run, LabelTask task, LabelDraw draw, RowPresenter presenter, IReadOnlyList<Metric> metrics, IReadOnlyCollection<string> definitions, CancellationToken cancellationToken)
    {
        var metric = metrics.FirstOrDefault(m => m.Id == task.Metric)
            ?? throw new InputException(new InputProblem(run.Manifest.Id, $"its experiment has no metric {task.Metric}", "Name a corpus in the experiment, or label with --evidence passages."));
        LabelSampler sampler = new(draw.Count, draw.Seed, draw.IsStratified);
        SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
        await foreach (var row in new DistinctAnswers().Of(run.Store.Scores.RowsAsync(definitions, cancellationToken)).WithCancellation(cancellationToken))
        {
            if (presenter.WhyLeftOut(row) is { } reason)
                leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
            else
                sampler.Offer(new LabelCandidate(row, row.Scores[task.Metric].Value!.Value, row.Scores[task.Metric].Value == task.Best));
        }

        if (sampler.Offered == 0)
            throw new InputException(new InputProblem(run.Manifest.Id, $"no row of it can be labelled ({string.Join("; ", leftOut.Select(l => $"{l.Key}: {l.Value}"))})", $"Where scores are missing: evalharness score {run.Manifest.Id}"));
        return Make(run.Manifest, task, draw, presenter, metric, sampler, leftOut);
    }

    private static LabelExport Make(RunManifest manifest, LabelTask task, LabelDraw draw, RowPresenter presenter, Metric metric, LabelSampler sampler, IReadOnlyDictionary<string, int> leftOut)
    {
        var drawn = sampler.Draw();
        var ids = OpaqueIds.Make(drawn.Count, draw.Seed, $"label ids:{manifest.Id}:{task.Metric}");
        LabelItem[] items = [.. drawn.Select((c, i) => new LabelItem(ids[i], presenter.Show(c.Row)))];
        LabelKey key = new()
        {
            Run = manifest.Id,
            What = task.Name,
            Evidence = task.Evidence,
            Metric = metric.Id,
            DefinitionId = metric.DefinitionId,
            Drawn = draw.IsStratified ? "stratified" : "random",
            Seed = draw.Seed,
            Eligible = sampler.Offered,
            Rows = [.. drawn.Select((c, i) => new LabelKeyRow(ids[i], c.Row.Trace.WorkItem, c.Row.Sample.Id, c.Row.Pipeline, c.Row.Repeat, RowPresenter.GroupOf(c.Row.Sample), c.Score, c.SaidYes, items[i].Shown.Hash))],
        };
        return new LabelExport(key.Sealed(), task, items, sampler.OfferedYes / (double)sampler.Offered, leftOut);
    }
}
