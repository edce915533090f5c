using EvalHarness.Inputs;
using EvalHarness.Reports.Wording;
using EvalHarness.TrainingData;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Markdown;

/// <summary><c>lint.md</c>: a section that can be pasted into a pull request.</summary>
public static class LintMarkdown
{
    private const int ShownFindings = 3;

    public static string Text(LintResult result) => string.Join('\n', Lines(result)) + "\n";

    private static IEnumerable<string> Lines(LintResult result) =>
    [
        "## Training data",
        "",
        $"**{Escape(LintWords.Verdict(result))}**",
        "",
        Escape(LintWords.Read(result)),
        "",
        .. Rules(result),
        .. result.Rules.Where(r => r.Findings > 0).SelectMany(r => Findings(r, result)),
        .. LintWords.NotChecked(result).Select(line => $"- {Escape(line)}"),
        .. Given(result),
        "",
        $"Training file SHA-256 `{ContentHash.Short(result.Training.Hash)}`, dataset `{ContentHash.Short(result.Dataset.Hash)}`, rules {result.Linter}.",
    ];

    private static IEnumerable<string> Rules(LintResult result)
    {
        var found = result.Rules.Where(r => r.Findings > 0).ToList();
        return found.Count == 0 ? [] :
        [
            "| Rule | Errors | Warnings | Infos |",
            "|---|---|---|---|",
            .. found.Select(r => FormattableString.Invariant($"| {r.Rule} | {r.Errors} | {r.Warnings} | {r.Infos} |")),
            "",
        ];
    }

    private static IEnumerable<string> Findings(RuleResult result, LintResult all)
    {
        var rule = LintRules.All.First(r => r.Id == result.Rule);
        return
        [
            $"**{rule.Id}**: {Escape(rule.Title)} {Escape(rule.Mend)}",
            "",
            .. all.Findings.Where(f => f.Rule == rule.Id).Take(ShownFindings).Select(f => $"- {Escape(f.Where)}: {Escape(f.Found)}"),
            .. result.Findings > ShownFindings ? [FormattableString.Invariant($"- and {result.Findings - ShownFindings} more")] : Array.Empty<string>(),
            "",
        ];
    }

    private static IEnumerable<string> Given(LintResult result) => result.Given.Count == 0 ? [] :
    [
        "",
        "What each arm was given before it was measured:",
        "",
        "| Arm | Labels | Looks at dev | Hours | Training | USD once |",
        "|---|---|---|---|---|---|",
        .. result.Given.Select(arm => $"| {string.Join(" | ", LintWords.Cells(arm).Select(Escape))} |"),
    ];
}
