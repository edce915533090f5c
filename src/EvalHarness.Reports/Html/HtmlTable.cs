using System.Net;

namespace EvalHarness.Reports.Html;

/// <summary>A table of a page without a script; every text in it is escaped.</summary>
internal static class HtmlTable
{
    public static string Of(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) => string.Concat(
        $"<div class=\"wide\" role=\"region\" aria-label=\"{Encode(caption)}\" tabindex=\"0\"><table><caption>{Encode(caption)}</caption><thead><tr>",
        string.Concat(heads.Select(h => $"<th scope=\"col\">{Encode(h)}</th>")),
        "</tr></thead><tbody>",
        string.Concat(rows.Select(cells => $"<tr>{string.Concat(cells.Select(c => $"<td>{Encode(c)}</td>"))}</tr>")),
        "</tbody></table></div>");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
