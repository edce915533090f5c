using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports;

/// <summary>Summaries, comparisons and columns of made-up rows: plain normal intervals, good enough to look at.</summary>
internal static class SomeFigures
{
    public static IReadOnlyList<MetricSummary> Summaries(IReadOnlyList<ResultRow> rows) =>
    [
        .. from slice in Slices(rows)
           from pipeline in SomeReport.Pipelines
           from metric in SomeReport.Metrics
           let cells = Cells(rows, pipeline, metric, slice)
           from summary in slice == "all" ? [Mean(pipeline, metric, slice, cells), .. Quantiles(pipeline, metric, slice, cells)] : new[] { Mean(pipeline, metric, slice, cells) }
           select summary,
        .. SomeReport.Pipelines.Select(pipeline => PerCorrect(rows, pipeline)),
    ];

    public static IReadOnlyList<PairedComparison> Comparisons(IReadOnlyList<ResultRow> rows, string baseline) =>
    [
        .. from slice in Slices(rows)
           from candidate in SomeReport.Pipelines
           where candidate != baseline
           from metric in SomeReport.Metrics
           where metric.Unit is Unit.Ratio or Unit.YesNo
           select Compare(rows, candidate, baseline, metric, slice),
    ];

    public static ScoreTable Table(IReadOnlyList<ResultRow> rows) =>
        new((from pipeline in SomeReport.Pipelines
             from metric in SomeReport.Metrics
             select (Key: (pipeline, metric.Id), Values: Values(Cells(rows, pipeline, metric, "all"))))
            .ToDictionary(c => c.Key, IReadOnlyList<double> (c) => c.Values));

    private static IEnumerable<string> Slices(IReadOnlyList<ResultRow> rows) =>
        rows.SelectMany(r => r.Sample.Tags).Select(t => $"{t.Key}={t.Value}").Distinct().Order(StringComparer.Ordinal).Prepend("all");

    private static Score[] Cells(IReadOnlyList<ResultRow> rows, string pipeline, Metric metric, string slice) =>
        [.. rows.Where(r => r.Pipeline == pipeline && In(r, slice)).Select(r => r.Scores[metric.Id])];

    private static bool In(ResultRow row, string slice) => slice == "all" || row.Sample.Tags.Any(t => $"{t.Key}={t.Value}" == slice);

    private static double[] Values(Score[] cells) => [.. cells.Where(c => c.Value is not null).Select(c => c.Value!.Value)];

    private static OutcomeCounts Counts(Score[] cells) => new(
        cells.Count(c => c.Outcome == Outcome.Scored),
        cells.Count(c => c.Outcome == Outcome.NotApplicable),
        cells.Count(c => c.Outcome == Outcome.NotScored),
        cells.Count(c => c.Outcome == Outcome.Failed));

    private static MetricSummary Mean(string pipeline, Metric metric, string slice, Score[] cells) =>
        new(pipeline, metric.Id, metric, slice, Counts(cells), Estimate(Values(cells), metric.Unit is Unit.Ratio or Unit.YesNo ? 1 : double.MaxValue));

    private static Estimate? Estimate(double[] values, double highest, double lowest = 0)
    {
        if (values.Length == 0)
            return null;
        var mean = values.Average();
        var half = 1.96 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length / values.Length);
        return new Estimate(mean, Math.Max(lowest, mean - half), Math.Min(highest, mean + half), 0.95, "clustered-t", values.Length);
    }

    /// <summary>p99 has no upper bound, as with few rows.</summary>
    private static IEnumerable<MetricSummary> Quantiles(string pipeline, Metric metric, string slice, Score[] cells)
    {
        if (metric.Unit != Unit.Milliseconds || Values(cells) is not { Length: > 0 } values)
            yield break;
        Array.Sort(values);
        foreach (var percent in new[] { 50, 95, 99 })
        {
            var value = values[(int)Math.Ceiling(percent / 100.0 * values.Length) - 1];
            var estimate = new Estimate(value, value * 0.8, percent == 99 ? null : value * 1.3, 0.95, "order-statistic", values.Length);
            yield return new MetricSummary(pipeline, $"{metric.Id}:p{percent}", metric, slice, Counts(cells), estimate);
        }
    }

    private static MetricSummary PerCorrect(IReadOnlyList<ResultRow> rows, string pipeline)
    {
        var metric = new Metric("cost-per-correct-usd", Unit.Usd, Direction.Lower, "1");
        var cost = Cells(rows, pipeline, SomeReport.Metrics.Single(m => m.Id == "cost-usd"), "all");
        var correct = Values(Cells(rows, pipeline, SomeReport.Metrics.Single(m => m.Id == "answer-correctness"), "all")).Sum();
        var value = Values(cost).Sum() / correct;
        return new MetricSummary(pipeline, metric.Id, metric, "all", Counts(cost), correct == 0 ? null : new Estimate(value, value * 0.85, value * 1.25, 0.95, "fieller", cost.Length));
    }

    private static PairedComparison Compare(IReadOnlyList<ResultRow> rows, string candidate, string baseline, Metric metric, string slice)
    {
        var pairs = Cells(rows, candidate, metric, slice).Zip(Cells(rows, baseline, metric, slice))
            .Where(p => p.First.Value is not null && p.Second.Value is not null)
            .Select(p => p.First.Value!.Value - p.Second.Value!.Value)
            .ToArray();
        var sign = metric.Direction == Direction.Higher ? 1 : -1;
        var difference = Estimate(pairs, highest: 1, lowest: -1);
        return new PairedComparison(
            candidate, baseline, metric, slice, pairs.Length, Math.Max(1, pairs.Length / 2), difference, difference is null ? null : 0.04, slice == "all" && difference is not null ? 0.12 : null,
            difference is null ? null : "clustered-t", pairs.Count(d => d * sign > 0), pairs.Count(d => d * sign < 0), 0.11, difference is { Value: not 0 } ? 240 : null);
    }
}
