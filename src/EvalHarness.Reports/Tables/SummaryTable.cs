using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Reports.Tables;

/// <summary><c>summary</c>: a line per pipeline, metric and slice, in the order of the report.</summary>
internal sealed class SummaryTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("summary", Columns(report.Manifest.Id), report.Summaries, cancellationToken);

    private static TableColumns<MetricSummary> Columns(string run) => new TableColumns<MetricSummary>()
        .Text("run", _ => run)
        .Text("pipeline", s => s.Pipeline)
        .Text("metric", s => s.Name)
        .Text("slice", s => s.Slice)
        .Count("n", s => s.Counts.All)
        .Count("n_scored", s => s.Counts.Scored)
        .Count("n_not_applicable", s => s.Counts.NotApplicable)
        .Count("n_not_scored", s => s.Counts.NotScored)
        .Count("n_failed", s => s.Counts.Failed)
        .Number("estimate", s => s.Estimate?.Value)
        .Number("low", s => s.Estimate?.Low)
        .Number("high", s => s.Estimate?.High)
        .Number("confidence", s => s.Estimate?.Confidence)
        .Text("method", s => s.Estimate?.Method)
        .Name<Unit>("unit", s => s.Metric.Unit)
        .Name<Direction>("direction", s => s.Metric.Direction)
        .Text("definition_id", s => s.Metric.DefinitionId);
}
