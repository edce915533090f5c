using System.Text;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Markdown;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports;

/// <summary>Two runs compared, as files: <c>comparisons.csv</c>, <c>charts/differences.png</c> and <c>.svg</c>, <c>compare.md</c>, <c>index.html</c>.</summary>
public static class ComparisonWriter
{
    /// <param name="report">Of the newer run; its comparisons are with the older one.</param>
    public static async Task WriteAsync(RunReport report, RunReport older, string folder, CancellationToken cancellationToken)
    {
        await new TableWriter(new ComparisonsTable(), new CsvFormat()).WriteAsync(report, folder, cancellationToken);
        await ChartWriter.WriteAsync(new DifferencesChart(), report, folder, cancellationToken);
        var text = ComparisonMarkdown.Text(report, older);
        await WholeFile.WriteAsync(Path.Combine(folder, "compare.md"), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
        var chart = Path.Combine(folder, "charts", "differences.svg");
        var page = ComparisonPage.Of(report, older, File.Exists(chart) ? await File.ReadAllBytesAsync(chart, cancellationToken) : null);
        await WholeFile.WriteAsync(Path.Combine(folder, "index.html"), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken).AsTask());
    }
}
