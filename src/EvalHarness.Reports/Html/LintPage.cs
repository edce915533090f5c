using System.Globalization;
using System.Net;
using System.Text;
using EvalHarness.Reports.Wording;
using EvalHarness.TrainingData;

namespace EvalHarness.Reports.Html;

/// <summary><c>lint.html</c>: what the linter found, on one page without a script. <see cref="Section"/> can stand in another page.</summary>
public static class LintPage
{
    public static string Of(LintResult result)
    {
        return PageTemplate.Fill("plain.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["head"] = PageTemplate.Head($"Training data · {result.Training.Name}", "plain.css", script: "", loadsRows: false),
            ["section"] = Section(result),
        });
    }

    /// <summary>A section element; all text in it is escaped.</summary>
    public static string Section(LintResult result)
    {
        var html = new StringBuilder();
        html.Append("<section id=\"training-data\"><h1>Training data</h1>");
        html.Append(Html($"<p class=\"verdict {(result.Errors > 0 ? "bad" : result.Warnings > 0 ? "doubt" : "good")}\">{Encode(LintWords.Verdict(result))}</p>"));
        html.Append(Html($"<p>{Encode(LintWords.Read(result))}</p>"));
        if (result.Rules.Any(r => r.Findings > 0))
            html.Append(HtmlTable.Of("Findings by rule", ["Rule", "What it means", "Errors", "Warnings", "Infos"], result.Rules.Where(r => r.Findings > 0).Select(Cells)));
        foreach (var rule in result.Rules.Where(r => r.Findings > 0))
            html.Append(Findings(rule, result));
        foreach (var line in LintWords.NotChecked(result))
            html.Append(Html($"<p class=\"small\">{Encode(line)}</p>"));
        if (result.Given.Count > 0)
            html.Append(HtmlTable.Of("What each arm was given before it was measured", ["Arm", "Labels", "Looks at dev", "Hours", "Training", "USD once"], result.Given.Select(LintWords.Cells)));
        html.Append(Html($"<p class=\"small\">Training file SHA-256 {result.Training.Hash}; dataset {result.Dataset.Hash}; rules {Encode(result.Linter)}.</p></section>"));
        return html.ToString();
    }

    private static string Findings(RuleResult rule, LintResult result)
    {
        var described = LintRules.All.First(r => r.Id == rule.Rule);
        var rows = result.Findings.Where(f => f.Rule == rule.Rule).Select(f => (IReadOnlyList<string>)[LintWords.Of(f.Severity), f.Where, f.Found]);
        var more = rule.Findings > rule.Listed ? Html($"<p class=\"small\">And {rule.Findings - rule.Listed:#,0} more.</p>") : "";
        return Html($"<details><summary>{Encode(rule.Rule)}: {rule.Findings:#,0}</summary><p>{Encode(described.Mend)}</p>{HtmlTable.Of(described.Title, ["Severity", "Where", "Found"], rows)}{more}</details>");
    }

    private static IReadOnlyList<string> Cells(RuleResult rule) =>
        [rule.Rule, LintRules.All.First(r => r.Id == rule.Rule).Title, Count(rule.Errors), Count(rule.Warnings), Count(rule.Infos)];

    private static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Html(FormattableString html) => html.ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
