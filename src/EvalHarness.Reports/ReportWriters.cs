using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Markdown;

namespace EvalHarness.Reports;

/// <summary>Every format of a report, in the order in which they are written: the page shows the charts that were drawn before it.</summary>
public static class ReportWriters
{
    public static IReadOnlyList<IReportWriter> All { get; } =
    [
        new SummaryCsvWriter(),
        new SamplesCsvWriter(),
        new ComparisonsCsvWriter(),
        new CausesCsvWriter(),
        new LedgerCsvWriter(),
        new FieldsCsvWriter(),
        new FieldClassesCsvWriter(),
        new DecisionCsvWriter(),
        new BoundariesCsvWriter(),
        new EffectsCsvWriter(),
        new StudiesCsvWriter(),
        new ChartWriter(),
        new HtmlReportWriter(),
        new SummaryMarkdownWriter(),
    ];
}
