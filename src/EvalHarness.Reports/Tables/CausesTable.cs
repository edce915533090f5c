using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;

namespace EvalHarness.Reports.Tables;

/// <summary><c>causes</c>: a line per pipeline and cause of what went wrong, those that explain nothing included; share is of the faulty rows, rate of all rows.</summary>
internal sealed class CausesTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("causes", Columns(report.Manifest.Id), report.Causes, cancellationToken);

    private static TableColumns<CauseSummary> Columns(string run) => new TableColumns<CauseSummary>()
        .Text("run", _ => run)
        .Text("pipeline", c => c.Pipeline)
        .Name<Cause>("cause", c => c.Cause)
        .Count("n", c => c.Rows)
        .Number("share", c => c.Share)
        .Count("n_faulty", c => c.Faulty)
        .Count("n_rows", c => c.All)
        .Number("rate", c => c.Rate?.Value)
        .Number("rate_low", c => c.Rate?.Low)
        .Number("rate_high", c => c.Rate?.High)
        .Number("confidence", c => c.Rate?.Confidence)
        .Text("method", c => c.Rate?.Method);
}
