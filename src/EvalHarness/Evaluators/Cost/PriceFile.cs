using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Reads a price table: docs/schemas/prices.schema.json.</summary>
public sealed record PriceFile
{
    /// <summary>The day on which the prices were read.</summary>
    public required string Date { get; init; }

    public required string Source { get; init; }

    /// <summary>SHA-256 of the file that this one was converted from; absent when people wrote it.</summary>
    public string? ImportedHash { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyDictionary<string, PriceEntry> Models { get; init; }

    /// <summary>Several tables as one: an earlier file wins.</summary>
    /// <exception cref="InputException">A file is missing or wrong.</exception>
    public static PriceTable Read(params IReadOnlyList<string> files)
    {
        var tables = files.Select(f => (File: f, Table: YamlFile.Read(f).Read<PriceFile>("prices"))).ToList();
        var prices = tables
            .SelectMany(t => t.Table.Models)
            .DistinctBy(m => m.Key, StringComparer.Ordinal)
            .ToDictionary(m => m.Key, m => m.Value.Price(), StringComparer.Ordinal);
        return new PriceTable(prices)
        {
            Sources = [.. tables.Select(t => new PriceSource(Path.GetFileName(t.File), t.Table.Date, t.Table.Source, ContentHash.OfFile(t.File)))],
        };
    }
}
