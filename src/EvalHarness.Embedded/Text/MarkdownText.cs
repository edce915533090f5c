using System.Text.RegularExpressions;

namespace EvalHarness.Embedded.Text;

/// <summary>Plain text from the marks of Markdown.</summary>
internal static partial class MarkdownText
{
    // A longer cell is a sentence; in words.
    private const int LongestValue = 5;

    /// <summary>Without emphasis, code marks, link targets and cross-references in brackets.</summary>
    public static string Plain(string text)
    {
        text = Links().Replace(text, "${text}");
        text = CrossReferences().Replace(text, "");
        return Emphasis().Replace(text, "").Trim();
    }

    /// <summary>What stands behind a bullet, a number or a quotation mark; nothing for another line.</summary>
    public static string? ListItem(string line) => Bullet().Match(line) is { Success: true } bullet ? line[bullet.Length..] : null;

    /// <summary>Table rows as sentences: the first cell, then the others after the names of their columns, when the table shows them.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<string> lines)
    {
        var rows = lines.Select(line => line.Trim('|', ' ').Split('|').Select(cell => Plain(cell.Trim())).ToArray()).ToList();
        var rule = rows.FindIndex(IsRule);
        var columns = rule == 1 ? rows[0] : [];
        return rows.Skip(rule + 1).Select(cells => Row(cells, columns));
    }

    private static string Row(string[] cells, string[] columns)
    {
        var rest = string.Join(", ", cells.Skip(1).Select((cell, i) => Named(cell, i + 1 < columns.Length ? columns[i + 1] : "")).Where(c => c.Length > 0));
        var row = rest.Length == 0 ? cells[0] : $"{cells[0]}: {rest}";
        return row.EndsWith('.') ? row : row + ".";
    }

    // A cell that is a sentence says itself what it means.
    private static string Named(string cell, string column) =>
        column.Length == 0 || cell.Length == 0 || cell.Split(' ').Length > LongestValue ? cell : $"{column} {cell}";

    private static bool IsRule(string[] cells) => cells.All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':' or ' '));

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"\s*\(see [^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex CrossReferences();

    [GeneratedRegex(@"\*+|`+|__", RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^(?:[-*+>]|\d{1,3}[.)])\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
