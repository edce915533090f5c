using System.Text;
using EvalHarness.Reports.Html.Model;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Reports.Html;

/// <summary>Writes <c>index.html</c>: one page that needs no network and nothing beside it, but for <c>rows/*.js</c> when the rows are many.</summary>
/// <param name="pageLimitBytes">Of a page with its rows in it; beyond that they are loaded from files.</param>
public sealed class HtmlReportWriter(long pageLimitBytes = 5_000_000) : IReportWriter
{
    public async Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        var builder = new PageModelBuilder(report, folder);
        var pager = new RowPager(report, builder.Slices, pageLimitBytes);
        var rows = await pager.PageAsync(folder, cancellationToken);
        var page = Bytes(builder, rows);

        // Charts and tables take their room too.
        if (rows.Inline is not null && page.Length > pageLimitBytes)
            page = Bytes(builder, await pager.FilesAsync(folder, cancellationToken));
        await WholeFile.WriteAsync(Path.Combine(folder, "index.html"), stream => stream.WriteAsync(page, cancellationToken).AsTask());
    }

    private static byte[] Bytes(PageModelBuilder builder, PagedRows rows) => Encoding.UTF8.GetBytes(PageTemplate.Fill(builder.Build(rows), rows.Inline?.ToJson() ?? "null"));
}
