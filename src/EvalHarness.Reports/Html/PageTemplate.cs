using System.Net;
using System.Text.RegularExpressions;
using EvalHarness.Reports.Html.Model;

namespace EvalHarness.Reports.Html;

/// <summary>Fills a page: style, script and data in one file.</summary>
internal static partial class PageTemplate
{
    private static readonly string[] Scripts = ["dom.js", "overview.js", "tables.js", "row.js", "rows.js", "start.js"];

    /// <param name="rows">JSON that may stand in a script element: the row block, or <c>null</c>.</param>
    public static string Fill(PageModel page, string rows)
    {
        var style = Read("report.css");
        var script = string.Join('\n', Scripts.Select(Read));
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = WebUtility.HtmlEncode($"{page.Title} · {page.RunId}"),
            ["policy"] = ContentPolicy.For(script, style, page.RowsInFiles),
            ["style"] = style,
            ["script"] = script,
            ["page"] = PageJson.Write(page),
            ["rows"] = rows,
        };

        return Fill("report.html", slots);
    }

    /// <remarks>One pass, so that data which look like a slot stay data.</remarks>
    public static string Fill(string page, IReadOnlyDictionary<string, string> slots) => Slot().Replace(Read(page), match => slots[match.Groups["name"].Value]);

    public static string Read(string name)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"The resource page/{name} is not in the assembly.");
        using var reader = new StreamReader(stream);

        // A browser reads CRLF as LF, and hashes what it read.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();
}
