using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

namespace EvalHarness.Cli;

/// <summary>Prints a finished run: a table of headline figures with their intervals, what is wrong with them, and where the report is.</summary>
internal static class RunResult
{
    /// <returns>The exit code: invalid when a pipeline has no usable row or was stopped by its endpoint, stopped when something else ended the run early.</returns>
    public static int Print(RunReport report, RunFolder folder, string format, TerminalOutput terminal)
    {
        var unusable = report.Pipelines.Where(p => IsUnusable(report, p)).ToList();
        if (format == "json")
            PrintJson(report, folder, unusable, terminal);
        else
            PrintTable(report, folder, terminal);
        foreach (var warning in WarningWords.Of(report))
            terminal.Note($"WARNING: {warning}");
        var stops = report.Manifest.Stops ?? [];
        // Why a stopped pipeline has no rows is said once, by the stop itself.
        foreach (var pipeline in unusable.Except(stops.Select(s => s.Pipeline)))
            terminal.Error($"pipeline '{pipeline}' has no usable row: see the errors in samples.csv");
        foreach (var stop in stops)
            terminal.Error(stop.Message);
        return unusable.Count == 0 ? ExitCodeOf(stops) : ExitCode.Invalid;
    }

    public static int ExitCodeOf(IReadOnlyList<RunStop> stops) =>
        stops.Count == 0 ? ExitCode.Done : stops.Any(s => s.Cause == StopCause.Endpoint) ? ExitCode.Invalid : ExitCode.Stopped;

    // Before a budget or a deadline ended the run, a pipeline may not have been asked yet.
    private static bool IsUnusable(RunReport report, string pipeline) => Summary(report, pipeline, "success") switch
    {
        null => report.Manifest.Stops?.Any(s => s.Pipeline is null) is not true,
        { Estimate.Value: > 0 } => false,
        _ => true,
    };

    private static void PrintTable(RunReport report, RunFolder folder, TerminalOutput terminal)
    {
        foreach (var table in HeadlineTables.Of(report, terminal.Width))
            terminal.Results.Write(table);
        terminal.Paragraph("Brackets hold the 95 % interval; n is rows scored of rows that count. * is the baseline.");
        foreach (var badge in report.Badges.Where(b => b.Badge != Badge.Measured))
            terminal.Paragraph($"{badge.Family}: {BadgeWords.Of(badge.Badge)}. {badge.Why}");
        foreach (var judge in Judged(report))
            terminal.Paragraph($"judge {judge.Item}: {LedgerWords.Sum(judge)} as if called, {LedgerWords.Spent(judge)} spent; {LedgerWords.Basis(judge)}.");
        // What is unknown of the others stands in the report.
        foreach (var scorer in report.ScorerErrors.Where(s => s.Measured.Count + s.OfOthers.Count > 0))
            terminal.Paragraph($"{ScorerWords.Subject(scorer)}: {string.Join(' ', ScorerWords.Of(scorer, report))}");
        if (report.Decision is { } decision)
            terminal.Paragraph(DecisionWords.Answer(decision, report));
        terminal.Line($"report: {Path.Combine(folder.FullPath, "index.html")}");
    }

    private static void PrintJson(RunReport report, RunFolder folder, IReadOnlyList<string> unusable, TerminalOutput terminal) => terminal.Line(JsonSerializer.Serialize(
        new
        {
            run = report.Manifest.Id,
            folder = folder.FullPath,
            unusable,
            stops = report.Manifest.Stops ?? [],
            judges = Judged(report).Select(j => new { judge = j.Item, j.Usd, j.SpentUsd, j.Basis, j.Note }),
            scorers = report.ScorerErrors.Select(s => new { s.Scorer.Evaluator, definition_id = s.Scorer.Definition, s.Metrics, measured = s.Measured.Select(c => new { c.File, c.Pooled }), of_others = s.OfOthers.Select(c => c.File) }),
            unscored = report.Unscored.Select(u => new { u.Pipeline, u.Metric, u.Rows, reasons = u.Reasons.Select(r => new { r.Reason, r.Rows }) }),
            summaries = report.Summaries.Where(s => s.Slice == "all").Select(s => new { s.Pipeline, metric = s.Name, s.Counts, s.Estimate }),
        },
        RunJson.Compact));

    private static IEnumerable<LedgerEntry> Judged(RunReport report) => report.Ledger.Where(e => e is { Ledger: LedgerKind.Judge, Basis: not LedgerEntry.NotJudged });

    private static MetricSummary? Summary(RunReport report, string pipeline, string metric) =>
        report.Summaries.FirstOrDefault(s => s.Pipeline == pipeline && s.Name == metric && s.Slice == "all");
}
