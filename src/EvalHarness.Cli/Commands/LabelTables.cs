using System.Globalization;
using EvalHarness.Calibration.Labelling;
using EvalHarness.Cli.Terminal;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>What labels cost and bring: how many rows buy which interval, and how far raters agree.</summary>
internal static class LabelTables
{
    private static readonly int[] Sizes = [50, 100, 200, 400, 800, 1600];

    /// <summary>The sizes shown: round ones that the run has rows for, the number drawn, and all.</summary>
    public static IReadOnlyList<LabelWidth> Widths(LabelExport export) =>
    [
        .. Sizes.Where(n => n < export.Key.Eligible).Append(export.Items.Count).Append(export.Key.Eligible).Distinct().Order()
            .Select(n => new LabelWidth(n, export.Forecast.OfRate(n), export.Forecast.OfBalancedAccuracy(n), export.Forecast.OfKappa(n))),
    ];

    public static Table Of(LabelExport export)
    {
        var table = Make("rows", "labelled rate", "balanced accuracy", "kappa");
        foreach (var width in Widths(export))
            table.AddRow($"{width.Rows}{(width.Rows == export.Items.Count ? " (drawn)" : "")}", $"± {Number(width.LabelledRate)}", $"± {Number(width.BalancedAccuracy)}", $"± {Number(width.Kappa)}");
        return table;
    }

    public static Table Of(RaterAgreement agreement)
    {
        var table = Make("raters", "rows of both", "agree", "kappa", "Gwet's AC1");
        foreach (var pair in agreement.Pairs)
            table.AddRow(
                Markup.Escape(TerminalText.Safe($"{pair.First} – {pair.Second}")),
                Count(pair.N),
                pair.Agreed is { } agreed ? agreed.ToString("P1", CultureInfo.InvariantCulture) : "–",
                Markup.Escape(CalibrationTable.Interval(pair.Kappa)),
                pair.Ac1 is { } ac1 ? CalibrationTable.Figure(ac1) : "–");
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

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
