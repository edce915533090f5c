using System.Globalization;
using EvalHarness.Calibration;
using EvalHarness.Cli.Terminal;
using EvalHarness.Statistics;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>A scorer's agreement with people: slices down, figures across.</summary>
internal static class CalibrationTable
{
    private static readonly string[] Figures = ["n", "not scored", "balanced accuracy", "AUC", "kappa", "sensitivity", "specificity", "TP/FP/FN/TN", "people say yes", "it says yes"];

    public static Table Of(CalibrationReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("").NoWrap());
        foreach (var figure in Figures)
            table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        Add(table, "all", report.Pooled);
        AddAll(table, "source", report.Sources);
        AddAll(table, "system", report.Systems);
        if (report.Files.Count > 1)
            AddAll(table, "file", report.Files);
        return table;
    }

    public static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Interval(Estimate? estimate) => estimate switch
    {
        null => "–",
        { Low: { } low, High: { } high } => $"{Figure(estimate.Value)} [{Figure(low)}, {Figure(high)}]",
        _ => $"{Figure(estimate.Value)} [unbounded]",
    };

    private static void AddAll(Table table, string by, IReadOnlyDictionary<string, CalibrationSlice> slices)
    {
        foreach (var (name, slice) in slices)
            Add(table, $"{by} {name}", slice);
    }

    private static void Add(Table table, string name, CalibrationSlice slice)
    {
        var c = slice.Confusion;
        string[] cells =
        [
            Count(slice.N),
            Count(slice.NotScored),
            Interval(slice.BalancedAccuracy),
            Interval(slice.Auc),
            Interval(slice.Kappa),
            Value(c.Sensitivity),
            Value(c.Specificity),
            string.Join('/', new[] { c.TruePositives, c.FalsePositives, c.FalseNegatives, c.TrueNegatives }.Select(Count)),
            Interval(slice.LabelledYes),
            Value(slice.SaidYes?.Value),
        ];
        table.AddRow([Markup.Escape(TerminalText.Safe(name)), .. cells.Select(Markup.Escape)]);
    }

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Value(double? value) => value is { } present ? Figure(present) : "–";
}
