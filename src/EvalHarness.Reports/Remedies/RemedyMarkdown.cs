using EvalHarness.Experiments.Remedies;
using EvalHarness.Reports.Markdown;
using EvalHarness.Statistics;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Remedies;

/// <summary><c>remedy.md</c>: what was tried, what could not be, and which training rows stand nearest to wrong answers.</summary>
public static class RemedyMarkdown
{
    private const int Longest = 240;

    public static string Text(RemedyResult result)
    {
        string[] lines =
        [
            $"## Remedies for run `{result.Run.Replace('`', ' ')}`",
            "",
            $"{Figure.Count(result.Dataset.Samples)} rows of {Escape(result.Experiment)} (split {Escape(result.Dataset.Split)}). Each remedy is one change of one pipeline, tried on rows that failed and on rows that had passed. Brackets hold the 95 % interval.",
            "",
            .. result.Tried.Count == 0 ? [] : MarkdownTable.Lines(RemedyTables.Tried(result)).Append(""),
            .. RemedyWords.All(result).Select(line => $"- {Escape(line)}"),
            "",
            .. result.Untried.Count == 0 ? [] : MarkdownTable.Lines(RemedyTables.Untried(result)).Append(""),
            .. result.Nearest.GroupBy(n => n.Pipeline).SelectMany(Nearest),
            "Made again by:",
            "",
            $"    {result.Command.ReplaceLineEndings(" ")}",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Nearest(IGrouping<string, NearRow> rows) =>
    [
        $"### What {Escape(rows.Key)} was trained on, nearest to what it got wrong",
        "",
        "Similarity is the share of five-letter runs that two questions have in common.",
        "",
        .. rows.SelectMany(Lines),
        "",
    ];

    private static IEnumerable<string> Lines(NearRow row) =>
    [
        $"- {Escape(row.Sample)}: {Escape(Short(row.Question))}",
        .. row.Nearest.Count == 0 ? ["  - nothing like it: no example taught this"] : row.Nearest.Select(n => $"  - line {n.Line}, {FormattableString.Invariant($"{n.Similarity:0.00}")}: {Escape(Short(n.Asked))} → {Escape(Short(n.Target))}"),
    ];

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..Longest]}…";
}
