namespace EvalHarness.Reports.Tables;

/// <summary>One table of a run's report: its name, columns and rows, alike in every format.</summary>
internal interface IReportTable
{
    Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken);
}
