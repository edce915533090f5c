using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalHarness.Runs;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Writes a price table as YAML: the same table gives the same text.</summary>
public static class PriceFileText
{
    public static string Of(PriceFile file)
    {
        StringBuilder text = new();
        text.Append("# USD per million tokens; per_call and per_query in USD.\n");
        text.Append("date: ").Append(file.Date).Append('\n');
        text.Append("source: ").Append(Quoted(file.Source)).Append('\n');
        if (file.ImportedHash is { } hash)
            text.Append("imported_hash: ").Append(Quoted(hash)).Append('\n');
        text.Append("currency: ").Append(file.Currency).Append('\n');
        text.Append("models:\n");
        foreach (var (name, entry) in file.Models.OrderBy(m => m.Key, StringComparer.Ordinal))
            text.Append("  ").Append(Quoted(name)).Append(": ").Append(Entry(entry)).Append('\n');
        return text.ToString();
    }

    private static string Entry(PriceEntry entry) => Flow(
    [
        ("input", Number(entry.Input)),
        ("output", Number(entry.Output)),
        ("cache_read", Number(entry.CacheRead)),
        ("cache_write", Number(entry.CacheWrite)),
        ("cache_write_hour", Number(entry.CacheWriteHour)),
        ("reasoning", Number(entry.Reasoning)),
        ("per_call", entry.PerCall == 0 ? null : Number(entry.PerCall)),
        ("per_query", Number(entry.PerQuery)),
        ("tiers", entry.Tiers.Count == 0 ? null : $"[{string.Join(", ", entry.Tiers.Select(Tier))}]"),
        ("source", Quoted(entry.Source)),
        ("note", Quoted(entry.Note)),
    ]);

    private static string Tier(PriceTierEntry tier) => Flow(
    [
        ("above", tier.Above.ToString(CultureInfo.InvariantCulture)),
        ("input", Number(tier.Input)),
        ("output", Number(tier.Output)),
        ("cache_read", Number(tier.CacheRead)),
        ("cache_write", Number(tier.CacheWrite)),
        ("cache_write_hour", Number(tier.CacheWriteHour)),
        ("reasoning", Number(tier.Reasoning)),
    ]);

    private static string Flow(IEnumerable<(string Key, string? Value)> pairs) => $"{{ {string.Join(", ", pairs.Where(p => p.Value is not null).Select(p => $"{p.Key}: {p.Value}"))} }}";

    private static string? Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);

    // JSON's quotes are YAML's.
    private static string? Quoted(string? text) => text is null ? null : JsonSerializer.Serialize(text, RunJson.Compact);
}
