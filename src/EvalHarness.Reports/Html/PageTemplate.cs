using System.Net;
using System.Text.RegularExpressions;
using EvalHarness.Reports.Html.Model;

namespace EvalHarness.Reports.Html;

/// <summary>Fills a page: style, script and data in one file.</summary>
internal static partial class PageTemplate
{
    private static readonly string[] Scripts = ["dom.js", "overview.js", "decision.js", "tables.js", "row.js", "rows.js", "start.js"];

    /// <param name="rows">JSON that may stand in a script element: the row block, or <c>null</c>.</param>
    public static string Fill(PageModel page, string rows)
    {
        var script = Script(Scripts);
        return Fill("report.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["head"] = Head($"{page.Title} · {page.RunId}", "report.css", script, page.RowsInFiles),
            ["script"] = script,
            ["page"] = PageJson.Write(page),
            ["rows"] = rows,
        });
    }

    /// <summary>The head of a page: its policy knows what it runs, and its style is the one of all pages with its own.</summary>
    /// <param name="style">The file with its own style.</param>
    public static string Head(string title, string style, string script, bool loadsRows, bool isServed = false)
    {
        var whole = $"{Read("base.css")}\n{Read(style)}";
        return Fill("head.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = WebUtility.HtmlEncode(title),
            ["policy"] = ContentPolicy.For(script, whole, loadsRows, isServed),
            ["style"] = whole,
        });
    }

    public static string Script(IEnumerable<string> files) => string.Join('\n', files.Select(Read));

    /// <remarks>One pass, so that data which look like a slot stay data.</remarks>
    public static string Fill(string page, IReadOnlyDictionary<string, string> slots) => Slot().Replace(Read(page), match => slots[match.Groups["name"].Value]);

    private static string Read(string name)
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
