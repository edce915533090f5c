namespace EvalHarness.Tests.Imports;

/// <summary>A CSV file that the harness wrote, by column name.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var lines = CsvText.Read(File.ReadAllText(file));
        return [.. lines.Skip(1).Select(line => (IReadOnlyDictionary<string, string>)lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }
}
