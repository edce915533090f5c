using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Holds the candidate's own figures against what the policy allows at most.</summary>
internal sealed class CeilingJudge(double alpha, ClusterDraws draws)
{
    public IEnumerable<GateLine> Judge(GateRun run) => run.Section.Ceilings.Select(c => Judge(run, c.Key, c.Value));

    private GateLine Judge(GateRun run, string name, double ceiling)
    {
        var figure = FigureName.Of(name);
        if (run.Candidate.Metric(figure.Metric) is not { } metric || run.Candidate.Column(metric.Id) is not { } column)
            return Line(run, name, LineOutcome.Invalid, $"the run has no metric '{figure.Metric}'");
        var samples = run.Candidate.Scores.Slices[0].Samples;
        var coverage = Coverage.Of(column, samples);
        if (coverage < run.Section.CoverageFloor)
            return Line(run, name, LineOutcome.Invalid, FormattableString.Invariant($"{coverage * 100:0.0} % of the rows have a figure; the policy asks for {run.Section.CoverageFloor * 100:0.0} %"));
        var estimate = figure.Quantile is { } share ? AtQuantile(column, samples, share) : Mean(run, column, samples, metric);
        if (estimate is null)
            return Line(run, name, LineOutcome.Invalid, "no row has a figure");
        var (low, high) = (GateText.End(estimate.Low, metric.Unit), GateText.End(estimate.High, metric.Unit));
        var (outcome, found) = estimate.High <= ceiling ? (LineOutcome.Pass, "within")
            : estimate.Low > ceiling ? (LineOutcome.Fail, "above")
            : (LineOutcome.Inconclusive, "may be within or above");
        return Line(run, name, outcome, $"{GateText.Of(estimate.Value, metric.Unit)} [{low.TrimStart('+')}, {high.TrimStart('+')}]: {found} the ceiling of {GateText.Of(ceiling, metric.Unit)}")
            with
        { Candidate = estimate.Value, Difference = null, Margin = ceiling, N = estimate.N, Alpha = alpha, DefinitionId = metric.DefinitionId, Test = estimate.Method };
    }

    private Estimate? Mean(GateRun run, ScoreColumn column, IReadOnlyList<int> samples, Metric metric)
    {
        var valued = samples.Select(s => (Value: column.MeanOf(s), run.Candidate.Scores.Samples[s].ClusterIndex)).Where(s => s.Value is not null).ToList();
        return MeanEstimator.Of(new ClusteredValues(valued.Select(v => v.Value!.Value), valued.Select(v => v.ClusterIndex)), ValueRange.Of(metric.Unit), 1 - (2 * alpha), draws);
    }

    private Estimate? AtQuantile(ScoreColumn column, IReadOnlyList<int> samples, double share)
    {
        var values = column.Ascending(samples);
        if (values.Length == 0)
            return null;
        var independent = samples.Count(s => column.MeanOf(s) is not null);
        return OrderStatistic.Of(values, independent, share, 1 - (2 * alpha)).Around(Quantile.Of(values, share), 1 - (2 * alpha), "order-statistic", independent);
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
