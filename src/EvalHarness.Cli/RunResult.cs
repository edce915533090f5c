using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli;

/// <summary>Prints a finished run: a table of headline figures with their intervals, what is wrong with them, and where the report is.</summary>
internal static class RunResult
{
    /// <returns>The exit code: invalid when a pipeline has no usable row.</returns>
    public static int Print(RunReport report, RunFolder folder, string format, TerminalOutput terminal)
    {
        var unusable = report.Pipelines.Where(p => Summary(report, p, "success") is not { Estimate.Value: > 0 }).ToList();
        if (format == "json")
            PrintJson(report, folder, unusable, terminal);
        else
            PrintTable(report, folder, terminal);
        foreach (var pipeline in unusable)
            terminal.Error($"pipeline '{pipeline}' has no usable row: see the errors in samples.csv");
        return unusable.Count == 0 ? ExitCode.Done : ExitCode.Invalid;
    }

    private static void PrintTable(RunReport report, RunFolder folder, TerminalOutput terminal)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var pipeline in report.Pipelines)
            table.AddColumn(new TableColumn(Markup.Escape(pipeline)) { Alignment = Justify.Right });
        foreach (var metric in HeadlineMetrics.Of(report))
            table.AddRow([Markup.Escape(metric), .. report.Pipelines.Select(p => Markup.Escape(Cell(Summary(report, p, metric))))]);
        terminal.Results.Write(table);
        foreach (var badge in report.Badges.Where(b => b.Badge != Badge.Measured))
            terminal.Line($"{badge.Family}: {badge.Badge switch { Badge.Scenario => "scenario", _ => "not meaningful here" }} – {badge.Why}");
        terminal.Line($"report: {Path.Combine(folder.FullPath, "index.html")}");
    }

    private static string Cell(MetricSummary? summary) => summary switch
    {
        null => "–",
        { Estimate: null } => "no value",
        { Estimate: { } estimate } => $"{Number(estimate.Value)} [{Bound(estimate.Low)}, {Bound(estimate.High)}]",
    };

    private static string Bound(double? bound) => bound is { } value ? Number(value) : "unbounded";

    private static string Number(double value) => value.ToString(Math.Abs(value) switch { 0 => "0", < 0.001 => "0.0e+0", < 10 => "0.000", < 1000 => "0.0", _ => "0" }, CultureInfo.InvariantCulture);

    private static void PrintJson(RunReport report, RunFolder folder, IReadOnlyList<string> unusable, TerminalOutput terminal) => terminal.Line(JsonSerializer.Serialize(
        new
        {
            run = report.Manifest.Id,
            folder = folder.FullPath,
            unusable,
            summaries = report.Summaries.Where(s => s.Slice == "all").Select(s => new { s.Pipeline, metric = s.Name, s.Counts, s.Estimate }),
        },
        RunJson.Compact));

    private static MetricSummary? Summary(RunReport report, string pipeline, string metric) =>
        report.Summaries.FirstOrDefault(s => s.Pipeline == pipeline && s.Name == metric && s.Slice == "all");
}
