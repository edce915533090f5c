using EvalHarness.Comparisons;

namespace EvalHarness.Reports.Tables;

/// <summary><c>comparisons</c>: a line per pair of pipelines, metric and slice; difference = candidate − baseline.</summary>
internal sealed class ComparisonsTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("comparisons", Columns(report.Manifest.Id), report.Comparisons, cancellationToken);

    private static TableColumns<PairedComparison> Columns(string run) => new TableColumns<PairedComparison>()
        .Text("run", _ => run)
        .Text("candidate", c => c.Candidate)
        .Text("baseline", c => c.Baseline)
        .Text("metric", c => c.Metric.Id)
        .Text("slice", c => c.Slice)
        .Count("n", c => c.N)
        .Count("clusters", c => c.Clusters)
        .Number("difference", c => c.Difference?.Value)
        .Number("low", c => c.Difference?.Low)
        .Number("high", c => c.Difference?.High)
        .Number("confidence", c => c.Difference?.Confidence)
        .Text("method", c => c.Difference?.Method)
        .Number("p", c => c.P)
        .Number("p_adjusted", c => c.PAdjusted)
        .Text("test", c => c.Test)
        .Count("wins", c => c.Wins)
        .Count("losses", c => c.Losses)
        .Number("mde", c => c.Mde)
        .Count("n_needed", c => c.NNeeded)
        .Text("definition_id", c => c.Metric.DefinitionId);
}
