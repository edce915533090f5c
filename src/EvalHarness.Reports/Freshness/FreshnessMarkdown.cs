using EvalHarness.Experiments.Freshness;
using EvalHarness.Reports.Markdown;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Freshness;

/// <summary><c>freshness.md</c>: a section that can be pasted into a pull request.</summary>
public static class FreshnessMarkdown
{
    public static string Text(FreshnessResult result)
    {
        string[] lines =
        [
            $"## How long a change takes to reach the answers of {Escape(result.Experiment)}",
            "",
            .. MarkdownTable.Lines(FreshnessWords.Lags(result)),
            "",
            .. FreshnessWords.All(result).Select(line => $"- {Escape(line)}"),
            "",
            "Made again by:",
            "",
            $"    {result.Command.ReplaceLineEndings(" ")}",
        ];
        return string.Join('\n', lines) + "\n";
    }
}
