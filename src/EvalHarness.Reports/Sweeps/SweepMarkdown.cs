using EvalHarness.Decisions.Sweeps;
using EvalHarness.Reports.Markdown;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Sweeps;

/// <summary><c>sweep.md</c>: a section that can be pasted into a pull request.</summary>
public static class SweepMarkdown
{
    public static string Text(SweepResult result)
    {
        string[] lines =
        [
            $"## Sweep of {Escape(result.Grid.Pipeline)}: {Escape(result.Choice.Chosen.Name)} is chosen",
            "",
            $"{Figure.Count(result.Dataset.Samples)} rows of {Escape(result.Experiment)} (split {Escape(result.Dataset.Split)}), run `{result.Run.Replace('`', ' ')}`. Brackets hold the 95 % interval.",
            "",
            .. MarkdownTable.Lines(SweepTables.Figures(result, withParameters: true)),
            "",
            Escape(SweepWords.AsItIs(result.Grid)),
            "",
            .. MarkdownTable.Lines(SweepTables.AgainstBest(result)),
            "",
            .. SweepTables.BySlice(result).SelectMany(slices => MarkdownTable.Lines(slices).Append("")),
            .. SweepWords.All(result).Select(line => $"- {Escape(line)}"),
            "",
            "Made again by:",
            "",
            $"    {result.Command.ReplaceLineEndings(" ")}",
        ];
        return string.Join('\n', lines) + "\n";
    }
}
