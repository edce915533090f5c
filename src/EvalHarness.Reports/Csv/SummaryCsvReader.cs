using System.Globalization;
using CsvHelper;
using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Csv;

/// <summary>What a run's <c>summary.csv</c> says of all rows; they stand before the slices, which are not read.</summary>
public static class SummaryCsvReader
{
    /// <summary>Empty where there is no summary, or one of another version: whoever lists runs goes on.</summary>
    public static async Task<IReadOnlyList<SummaryLine>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "summary.csv");
        if (!File.Exists(file))
            return [];
        try
        {
            return await LinesAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is CsvFormatException or FormatException or ArgumentException or IndexOutOfRangeException or IOException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<SummaryLine>> LinesAsync(string file, CancellationToken cancellationToken)
    {
        List<SummaryLine> lines = [];
        await using var csv = CsvReader.Create(File.OpenRead(file), new CsvReaderOptions { Separator = ',' }, leaveOpen: false);
        await csv.ReadHeaderAsync(cancellationToken);
        var places = csv.Headers.Index().ToDictionary(h => h.Item, h => h.Index, StringComparer.Ordinal);
        while (await csv.ReadAsync(cancellationToken) && Cell("slice") == Slice.All)
            lines.Add(new SummaryLine(Cell("pipeline"), Cell("metric"), Count("n"), Estimate(), Enum.Parse<Unit>(Cell("unit").Replace("-", "", StringComparison.Ordinal), ignoreCase: true), Cell("definition_id")));
        return lines;

        string Cell(string name) => places.TryGetValue(name, out var place) ? csv.GetString(place) ?? "" : throw new FormatException($"{file} has no column {name}");
        int Count(string name) => int.Parse(Cell(name), CultureInfo.InvariantCulture);
        double? Number(string name) => Cell(name) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        Estimate? Estimate() => Number("estimate") is { } value ? new Estimate(value, Number("low"), Number("high"), Number("confidence") ?? 0.95, Cell("method"), Count("n_scored")) : null;
    }
}
