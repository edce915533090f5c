using EvalHarness.Reports.Wording;
using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>The headline figures of a run: pipelines down, metrics across, in as many tables as the width asks for.</summary>
internal static class HeadlineTables
{
    // A blank of the column's, and one of the border's.
    private const int Gap = 2;
    private const int Edges = 2;

    public static IEnumerable<Table> Of(RunReport report, int width)
    {
        string[] pipelines = [.. report.Pipelines.Select(p => TerminalText.Safe(p) + (p == report.Manifest.Baseline ? " *" : ""))];
        return Of(new HeadlineColumn([""], pipelines), Metrics(report).Select(m => HeadlineColumn.Of(m, report)), width);
    }

    /// <summary>A table of words, cut into as many as the width asks for.</summary>
    public static IEnumerable<Table> Of(WordTable words, int width)
    {
        List<HeadlineColumn> columns = [.. words.Heads.Select((head, place) => new HeadlineColumn([.. HeadlineColumn.Wrap(TerminalText.Safe(head))], [.. words.Rows.Select(r => TerminalText.Safe(r[place]))]))];
        return Of(columns[0], columns.Skip(1), width);
    }

    /// <param name="names">Of the rows; stands in front of every table.</param>
    public static IEnumerable<Table> Of(HeadlineColumn names, IEnumerable<HeadlineColumn> columns, int width) =>
        Packed(columns, width - names.Width - Edges).Select(packed => Table(names, packed));

    // A figure that declining improves is read beside how much was answered.
    private static IEnumerable<string> Metrics(RunReport report) =>
        HeadlineMetrics.Of(report).SelectMany(m => HeadlineMetrics.Beside(m) is { } beside ? [m, beside] : new[] { m }).Distinct(StringComparer.Ordinal);

    private static IEnumerable<IReadOnlyList<HeadlineColumn>> Packed(IEnumerable<HeadlineColumn> columns, int width)
    {
        List<HeadlineColumn> table = [];
        foreach (var column in columns)
        {
            if (table.Count > 0 && table.Append(column).Sum(c => c.Width + Gap) > width)
            {
                yield return table;
                table = [];
            }

            table.Add(column);
        }

        if (table.Count > 0)
            yield return table;
    }

    private static Table Table(HeadlineColumn names, IReadOnlyList<HeadlineColumn> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(Markup.Escape(string.Join('\n', names.Heading))).PadLeft(0).PadRight(0).NoWrap());
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(string.Join('\n', column.Heading))).RightAligned().PadLeft(Gap - 1).PadRight(0).NoWrap());
        for (var row = 0; row < names.Cells.Count; row++)
            table.AddRow([Markup.Escape(names.Cells[row]), .. columns.Select(c => Markup.Escape(c.Cells[row]))]);
        return table;
    }
}
