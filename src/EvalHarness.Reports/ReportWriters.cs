using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Markdown;
using EvalHarness.Reports.Parquet;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports;

/// <summary>Every format of a report, in the order in which they are written: the page shows the charts that were drawn before it.</summary>
public static class ReportWriters
{
    /// <summary>Parquet files that are there already are written anew; none is made.</summary>
    public static IReadOnlyList<IReportWriter> All { get; } = With(new ParquetFormat(always: false));

    /// <summary>The same, and every table as Parquet, too.</summary>
    public static IReadOnlyList<IReportWriter> WithParquet { get; } = With(new ParquetFormat(always: true));

    private static IReadOnlyList<IReportWriter> With(ParquetFormat parquet) =>
    [
        .. ReportTables.As(new CsvFormat()),
        .. ReportTables.As(parquet),
        new ChartWriter(),
        new HtmlReportWriter(),
        new SummaryMarkdownWriter(),
    ];
}
