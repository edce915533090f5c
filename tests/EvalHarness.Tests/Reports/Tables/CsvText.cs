using CsvHelper;

namespace EvalHarness.Tests.Reports.Tables;

/// <summary>Reads a file that a test has written, by column name.</summary>
internal static class CsvText
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        using var csv = CsvReader.FromText(text);
        csv.ReadHeader();
        var names = csv.Headers.ToArray();
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (csv.Read())
            rows.Add(names.ToDictionary(n => n, n => csv.GetString(n)));
        return rows;
    }
}
