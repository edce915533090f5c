using System.Globalization;
using EvalHarness.Cli.Terminal;
using EvalHarness.Reports.Wording;
using EvalHarness.TrainingData;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>Prints what the linter found: what was read, a line per rule, the findings, what arms were given, the verdict last.</summary>
internal sealed class LintTables(TerminalOutput terminal)
{
    public void Print(LintResult result)
    {
        terminal.Line(LintWords.Read(result));
        if (result.Rules.Any(r => r.Findings > 0))
            terminal.Results.Write(Rules(result));
        foreach (var rule in result.Rules.Where(r => r.Findings > 0))
            Print(rule, result);
        foreach (var line in LintWords.NotChecked(result))
            terminal.Line(line);
        if (result.Given.Count > 0)
            terminal.Results.Write(Given(result));
        terminal.Results.MarkupLine($"[{(result.Errors > 0 ? "red" : result.Warnings > 0 ? "yellow" : "green")}]{Markup.Escape(TerminalText.Safe(LintWords.Verdict(result)))}[/]");
    }

    private void Print(RuleResult rule, LintResult result)
    {
        terminal.Line($"{rule.Rule}: {LintRules.All.First(r => r.Id == rule.Rule).Title}");
        foreach (var finding in result.Findings.Where(f => f.Rule == rule.Rule))
            terminal.Line($"  {finding.Where}: {LintWords.Of(finding.Severity)}: {finding.Found}");
        if (rule.Findings > rule.Listed)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  and {rule.Findings - rule.Listed:#,0} more"));
        terminal.Line($"  → {LintRules.All.First(r => r.Id == rule.Rule).Mend}");
    }

    private static Table Rules(LintResult result)
    {
        var table = Make("rule", "errors", "warnings", "infos");
        foreach (var rule in result.Rules.Where(r => r.Findings > 0))
            table.AddRow(rule.Rule, Count(rule.Errors), Count(rule.Warnings), Count(rule.Infos));
        return table;
    }

    private static Table Given(LintResult result)
    {
        var table = Make("arm", "labels", "looks at dev", "hours", "training", "USD once");
        foreach (var arm in result.Given)
            table.AddRow([.. LintWords.Cells(arm).Select(cell => Markup.Escape(TerminalText.Safe(cell)))]);
        return table;
    }

    private static Table Make(string first, params string[] figures)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(first).NoWrap());
        foreach (var figure in figures)
            table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        return table;
    }

    private static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
