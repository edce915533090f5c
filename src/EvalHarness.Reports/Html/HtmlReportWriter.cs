using System.Text;
using EvalHarness.Reports.Html.Model;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Reports.Html;

/// <summary>Writes <c>index.html</c>: one page that needs no network and nothing beside it, but for <c>rows/*.js</c> when the rows are many.</summary>
/// <param name="rowLimitBytes">Row data that may stand in the page; beyond it rows are loaded from files.</param>
public sealed class HtmlReportWriter(long rowLimitBytes = 5_000_000) : IReportWriter
{
    public async Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        var builder = new PageModelBuilder(report, folder);
        var rows = await new RowPager(report, builder.Slices, rowLimitBytes).PageAsync(folder, cancellationToken);
        var page = PageTemplate.Fill(builder.Build(rows), rows.Inline?.ToJson() ?? "null");
        await WholeFile.WriteAsync(Path.Combine(folder, "index.html"), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken).AsTask());
    }
}
