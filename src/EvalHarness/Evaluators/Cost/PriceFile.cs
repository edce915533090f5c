using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Reads a price table: docs/schemas/prices.schema.json.</summary>
public sealed record PriceFile
{
    /// <summary>The day on which the prices were read.</summary>
    public required string Date { get; init; }

    public required string Source { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyDictionary<string, PriceEntry> Models { get; init; }

    /// <summary>Several tables as one: an earlier file wins.</summary>
    /// <exception cref="InputException">A file is missing or wrong.</exception>
    public static PriceTable Read(IReadOnlyList<string> files) => new(files
        .SelectMany(f => YamlFile.Read(f).Read<PriceFile>("prices").Models)
        .DistinctBy(m => m.Key, StringComparer.Ordinal)
        .ToDictionary(m => m.Key, m => m.Value.Price(), StringComparer.Ordinal));

    /// <exception cref="InputException">The file is missing or wrong.</exception>
    public static PriceTable Read(string file) =>
        new(YamlFile.Read(file).Read<PriceFile>("prices").Models.ToDictionary(m => m.Key, m => m.Value.Price(), StringComparer.Ordinal));
}
