namespace EvalHarness.Reports.Tables;

/// <summary>Writes one table of a report in one format.</summary>
internal sealed class TableWriter(IReportTable table, ITableFormat format) : IReportWriter
{
    public Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken) =>
        table.WriteAsync(report, new TableTarget(folder, format), cancellationToken);
}
