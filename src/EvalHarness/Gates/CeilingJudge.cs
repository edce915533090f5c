using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Holds the candidate's own figures against what the policy allows at most.</summary>
internal sealed class CeilingJudge(double alpha, ClusterDraws draws)
{
    public static IEnumerable<GateLine> Faults(GateRun run) => run.Section.Ceilings
        .Select(c => (c.Key, Fault: Fault(run, FigureName.Of(c.Key), c.Value)))
        .Where(c => c.Fault is not null)
        .Select(c => Line(run, c.Key, LineOutcome.Invalid, c.Fault!));

    /// <summary>Of ceilings of which none is at fault.</summary>
    public IEnumerable<GateLine> Judge(GateRun run) => run.Section.Ceilings.Select(c => Judge(run, c.Key, c.Value));

    private static string? Fault(GateRun run, FigureName figure, double ceiling)
    {
        if (run.Candidate.Metric(figure.Metric) is not { } metric || run.Candidate.Column(metric.Id) is not { } column)
            return $"the run has no metric '{figure.Metric}'";
        if (metric.Scorer is not null || metric.IsJudged)
            return $"{metric.Id} is estimated: a ceiling needs a figure that is measured";
        if (ValueRange.Of(metric.Unit) is { High: var most } && ceiling >= most)
            return FormattableString.Invariant($"a ceiling of {ceiling} allows everything: the metric goes up to {most}");
        var samples = run.Candidate.Scores.Slices[0].Samples;
        var (coverage, clusters) = (Coverage.Of(column, samples), samples.Where(s => column.MeanOf(s) is not null).Select(s => run.Candidate.Scores.Samples[s].ClusterIndex).ToList());
        return coverage < run.Section.CoverageFloor ? FormattableString.Invariant($"{coverage * 100:0.0} % of the rows have a figure; the policy asks for {run.Section.CoverageFloor * 100:0.0} %")
            : clusters.Count < run.Section.MinimumRows ? $"{clusters.Count} rows have a figure; {run.Section.MinimumRows} are asked for"
            : clusters.Distinct().Count() < run.Section.MinimumClusters ? $"{clusters.Distinct().Count()} clusters; {run.Section.MinimumClusters} are asked for"
            : null;
    }

    private GateLine Judge(GateRun run, string name, double ceiling)
    {
        var figure = FigureName.Of(name);
        var (metric, column, samples) = (run.Candidate.Metric(figure.Metric)!, run.Candidate.Column(figure.Metric)!, run.Candidate.Scores.Slices[0].Samples);
        // A failed call's time or sum counts as the largest that either side has.
        ScoreColumn[] seen = [column, .. run.Baseline.Column(metric.Id) is { } other ? new[] { other } : []];
        RowValues rows = new(column, RowValues.Reach(samples, seen).Largest);
        var valued = samples.Select(s => (Value: rows.MeanOf(s), run.Candidate.Scores.Samples[s].ClusterIndex)).Where(s => s.Value is not null).ToList();
        ClusteredValues values = new(valued.Select(v => v.Value!.Value), valued.Select(v => v.ClusterIndex));
        var estimate = figure.Quantile is { } share ? AtQuantile(values, valued.ConvertAll(v => v.ClusterIndex), share) : MeanEstimator.Of(values, ValueRange.Of(metric.Unit), 1 - (2 * alpha), draws)!;
        var (outcome, found) = estimate.High <= ceiling ? (LineOutcome.Pass, "within")
            : estimate.Low > ceiling ? (LineOutcome.Fail, "above")
            : (LineOutcome.Inconclusive, "may be within or above");
        var line = Line(run, name, outcome, $"{Figure.Of(estimate.Value, metric.Unit)} {Figure.Interval(estimate, metric.Unit)}: {found} the ceiling of {Figure.Of(ceiling, metric.Unit)}");
        return line with { Candidate = estimate.Value, Margin = ceiling, N = estimate.N, Alpha = alpha, DefinitionId = metric.DefinitionId, Test = estimate.Method };
    }

    // Samples of one cluster are slow together: as many independent ones as the share above the quantile shows.
    private Estimate AtQuantile(ClusteredValues values, List<int> clusters, double share)
    {
        double[] ascending = [.. values.Values.Order()];
        var at = Quantile.Of(ascending, share);
        ClusteredValues beyond = new(values.Values.Select(v => v > at ? 1.0 : 0), clusters.Order());
        var independent = Math.Clamp((int)EffectiveSize.Of(beyond, 1 - (2 * alpha)), 1, ascending.Length);
        return OrderStatistic.Of(ascending, independent, share, 1 - (2 * alpha)).Around(at, 1 - (2 * alpha), "order-statistic", ascending.Length);
    }

    private static GateLine Line(GateRun run, string name, LineOutcome outcome, string why) => new()
    {
        Experiment = run.Experiment,
        Metric = name,
        Slice = Slice.All,
        Role = RoleNames.Ceiling,
        Outcome = outcome,
        Why = why,
    };
}
