using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Reads the rows of a Markdown table as statements: <c>Solo – Price: 9 USD</c>.</summary>
/// <remarks>The first cell of a row is what the others speak of, the column's heading what they say of it. Empty cells and dashes say nothing.</remarks>
internal static partial class MarkdownTable
{
    public static bool Begins(string line, string next) => IsRow(line) && next.Contains('-', StringComparison.Ordinal) && IsRow(next) && Rule().IsMatch(next);

    public static bool IsRow(string line) => line.Contains('|', StringComparison.Ordinal);

    /// <summary>One claim for each cell after the first, or for the only one.</summary>
    public static IEnumerable<AnswerSentence> Rows(string table)
    {
        var lines = table.Split('\n');
        var headings = Cells(lines[0]);
        return lines.Skip(2).Select(line => Row(headings, Cells(line), $"{ClaimSplitter.Clean(lines[0])}\n{ClaimSplitter.Clean(line)}"));
    }

    private static AnswerSentence Row(List<string> headings, List<string> cells, string lines)
    {
        var said = headings.Count == 1
            ? cells.Take(1).Where(IsFilled).ToList()
            : [.. cells.Select((cell, column) => (Cell: cell, Column: column)).Where(c => c.Column > 0 && IsFilled(c.Cell)).Select(c => Labelled(headings.ElementAtOrDefault(c.Column), c.Cell))];
        var subject = headings.Count > 1 && cells is [{ Length: > 0 } first, ..] ? $"{first} – " : "";
        var row = subject + string.Join(", ", said);
        return new AnswerSentence(row, [.. said.Select(text => new Claim(said.Count == 1 ? row : subject + text, row) { Lines = lines })]);
    }

    private static string Labelled(string? heading, string cell) => string.IsNullOrEmpty(heading) ? cell : $"{heading}: {cell}";

    private static bool IsFilled(string cell) => cell.Any(char.IsLetterOrDigit);

    private static List<string> Cells(string line)
    {
        var row = line.Trim();
        row = row.StartsWith('|') ? row[1..] : row;
        row = row.EndsWith('|') && !row.EndsWith(@"\|", StringComparison.Ordinal) ? row[..^1] : row;
        return [.. Separator().Split(row).Select(cell => Ticks(ClaimSplitter.Clean(cell.Replace(@"\|", "|", StringComparison.Ordinal).Replace("<br>", " ", StringComparison.OrdinalIgnoreCase).Trim())))];
    }

    private static string Ticks(string cell) => cell switch
    {
        "✓" or "✔" or "✔️" or "✅" => "yes",
        "✗" or "✘" or "❌" or "✖" => "no",
        _ => cell,
    };

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-+:?\s*\|)*\s*(?::?-+:?)?\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();
}
