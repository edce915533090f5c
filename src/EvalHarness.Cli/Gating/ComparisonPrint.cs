using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using EvalHarness.Statistics;
using Spectre.Console;

namespace EvalHarness.Cli.Gating;

/// <summary>Prints comparisons of one slice: a table per candidate, what each line shows, and what these rows cannot show.</summary>
internal static class ComparisonPrint
{
    private static readonly string[] Columns = ["metric", "difference", "95 %", "p adj.", "n", "cl.", "+ / −", "r", "MDE", ""];

    /// <param name="margin">A difference that matters; absent when nobody said.</param>
    public static void Print(RunReport report, string slice, double? margin, string folder, string format, TerminalOutput terminal)
    {
        var shown = report.Comparisons.Where(c => c.Slice == slice).ToList();
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(new { run = report.Manifest.Id, folder, comparisons = shown.Select(c => Row(c, margin)) }, RunJson.Compact));
        else
            PrintText(shown, margin, folder, terminal);
    }

    private static void PrintText(List<PairedComparison> shown, double? margin, string folder, TerminalOutput terminal)
    {
        foreach (var pair in shown.GroupBy(c => (c.Candidate, c.Baseline)))
        {
            terminal.Line($"{pair.Key.Candidate} against {pair.Key.Baseline}");
            var table = new Table { Border = TableBorder.Simple };
            foreach (var column in Columns)
                table.AddColumn(new TableColumn(column).NoWrap());
            foreach (var comparison in pair.Where(c => c.N > 0))
                table.AddRow([.. Cells(comparison).Select(c => Markup.Escape(TerminalText.Safe(c)))]);
            terminal.Results.Write(table);
            foreach (var comparison in pair.Where(c => c.N > 0 && c.NNeeded > c.N && c.Finding() is Finding.NoDifferenceShown))
                terminal.Paragraph(Unsaid(comparison));
            foreach (var comparison in pair.Where(c => NeededFor(c, margin) > c.N))
                terminal.Paragraph(ForMargin(comparison, margin!.Value));
        }

        terminal.Paragraph("Difference: candidate − baseline, paired by sample, clustered by source document. p adj.: Holm over the metrics. cl.: clusters. + / −: samples on which the candidate is better / worse. r: correlation of the two sides. MDE: the difference that this many rows find with 80 % power. An empty last column: no difference shown.");
        terminal.Line($"written: {Path.Combine(folder, "comparisons.csv")}, charts/differences.png, index.html");
    }

    private static string Unsaid(PairedComparison comparison) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.Metric.Id}: nothing can be said with these {comparison.N:N0} rows; n ≈ {comparison.NNeeded:N0} would be needed for the difference seen.");

    // Of times, tokens and money one number is no margin for all.
    private static int? NeededFor(PairedComparison comparison, double? margin) =>
        margin is { } width && comparison.Metric.Unit is Unit.Ratio or Unit.YesNo or Unit.Signed ? comparison.NeededFor(width) : null;

    private static string ForMargin(PairedComparison comparison, double margin) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.Metric.Id}: {comparison.N:N0} rows cannot find a difference of {Figure.Width(margin, comparison.Metric.Unit)} with 80 % power; n ≈ {NeededFor(comparison, margin):N0} would.");

    private static string[] Cells(PairedComparison comparison)
    {
        var unit = comparison.Metric.Unit;
        return
        [
            comparison.Metric.Id,
            comparison.Difference is { } d ? Figure.OfDifference(d.Value, unit) : "–",
            comparison.Difference is { } interval ? Figure.IntervalOfDifference(interval, unit) : "–",
            (comparison.PAdjusted ?? comparison.P) is { } p ? Figure.P(p) : "–",
            Figure.Count(comparison.N),
            Figure.Count(comparison.Clusters),
            $"{comparison.Wins} / {comparison.Losses}",
            comparison.Correlation is { } r ? r.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–",
            comparison.Mde is { } mde ? Figure.OfDifference(Math.Abs(mde), unit).TrimStart('+') : "–",
            comparison.Finding() switch { Finding.Better => "better", Finding.Worse => "worse", Finding.NotEnoughRows => "too few rows", _ => "" },
        ];
    }

    private static object Row(PairedComparison c, double? margin) => new
    {
        c.Candidate,
        c.Baseline,
        metric = c.Metric.Id,
        c.Slice,
        c.N,
        c.Clusters,
        c.Difference,
        c.P,
        c.PAdjusted,
        c.Test,
        c.Wins,
        c.Losses,
        c.Correlation,
        c.Mde,
        c.NNeeded,
        n_needed_for_margin = NeededFor(c, margin),
        finding = c.Finding(),
        definition_id = c.Metric.DefinitionId,
    };
}
