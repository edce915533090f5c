using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Nightly;
using EvalHarness.Reports.Nightly;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Nightly;

/// <summary>Prints a night and says how the program ends.</summary>
internal static class NightResult
{
    private const int ShownAlerts = 10;

    public static int Print(Night night, string folder, string format, TerminalOutput terminal)
    {
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(night, RunJson.Compact));
        else
            PrintText(night, folder, terminal);
        if (night.Verdict == NightVerdict.Warn)
            terminal.Note($"WARNING: {night.Why}");
        if (night.Verdict is NightVerdict.Alarm or NightVerdict.Invalid)
            terminal.Error($"{night.Verdict.ToString().ToUpperInvariant()}: {night.Why}");
        return night.Verdict switch
        {
            NightVerdict.Alarm => ExitCode.Against,
            NightVerdict.Invalid => ExitCode.Invalid,
            _ => ExitCode.Done,
        };
    }

    private static void PrintText(Night night, string folder, TerminalOutput terminal)
    {
        terminal.Line(NightlyMarkdown.Line(night));
        foreach (var anchors in night.Anchors)
            terminal.Line(NightWords.Anchors(anchors));
        if (night.Guardrails.Count > 0)
            terminal.Results.Write(Guardrails(night));
        if (night.Diff is { } diff)
            terminal.Paragraph(NightWords.Diff(diff));
        foreach (var alert in night.Diff?.SinceLastTime.Where(c => c.IsWorse && !c.IsFlaky).Take(ShownAlerts) ?? [])
            terminal.Line(FormattableString.Invariant($"worse than last time: {alert.Sample}, {alert.Metric} {alert.Before:0.###} → {alert.Now:0.###}"));
        foreach (var stale in night.GoldStale.Take(ShownAlerts))
            terminal.Line($"gold-stale, out of the alarm: {stale.Sample}: {stale.Why}");
        foreach (var anchored in night.Anchored.Take(ShownAlerts))
            terminal.Line($"evidence found again: {anchored.Sample} in {anchored.NewDocument}: \"{anchored.NewQuote}\"");
        foreach (var note in night.Notes)
            terminal.Paragraph(note);
        terminal.Line($"history: {Path.Combine(folder, "index.html")}");
    }

    private static Table Guardrails(Night night)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in new[] { "Guardrail", "Candidate", "Champion", "Margin", "n", "Evidence", "" })
            table.AddColumn(head);
        foreach (var line in night.Guardrails)
            table.AddRow([.. new[] { NightWords.Metric(line), NightWords.Value(line.Candidate, line.Unit), NightWords.Value(line.Champion, line.Unit), NightWords.Margin(line), $"{line.N}", NightWords.Evidence(line), $"{line.Outcome}".ToLowerInvariant() }.Select(Markup.Escape)]);
        return table;
    }
}
