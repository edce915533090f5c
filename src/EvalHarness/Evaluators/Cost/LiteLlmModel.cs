using System.Text.Json;

namespace EvalHarness.Evaluators.Cost;

/// <summary>One model of LiteLLM's file: its keys sorted into variants and tiers.</summary>
internal sealed class LiteLlmModel(string name, JsonElement model, ImportedPrices imported)
{
    private static readonly HashSet<string> Tokens = new(StringComparer.Ordinal)
    {
        "input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost", "cache_creation_input_token_cost",
        "cache_creation_input_token_cost_above_1hr", "output_cost_per_reasoning_token",
    };

    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "input_cost_per_request", "input_cost_per_query" };

    // By variant and tier.
    private readonly Dictionary<(string Variant, long Above), Dictionary<string, decimal>> prices = [];

    public void Read()
    {
        if (model.ValueKind != JsonValueKind.Object)
        {
            imported.Leave(name, "it is no object of prices");
            return;
        }

        foreach (var key in model.EnumerateObject().Where(k => LiteLlmKey.IsPrice(k.Name)))
            Read(key);
        if (prices.Count == 0)
            imported.Leave(name, $"no price by token, call or query (mode {Mode})");
        foreach (var variant in prices.Keys.Select(p => p.Variant).Distinct().ToList())
            Add(variant);
    }

    private string Mode => model.TryGetProperty("mode", out var mode) && mode.ValueKind == JsonValueKind.String ? mode.GetString()! : "not given";

    private void Read(JsonProperty key)
    {
        var parsed = LiteLlmKey.Parse(key.Name);
        if (key.Name == "tiered_pricing" && key.Value.ValueKind == JsonValueKind.Array)
            ReadTiers(key.Value);
        else if (key.Name == "search_context_cost_per_query" && key.Value.ValueKind == JsonValueKind.Object)
            ReadSearch(key.Value);
        else if (Tokens.Contains(parsed.Name) || (Sums.Contains(parsed.Name) && parsed.Above == 0))
            Put(parsed, key.Value);
        else if (!IsZero(key.Value))
            imported.Leave(name, $"{key.Name} has no place in a price table");
    }

    // Sizes cost alike for most models; where they do not, the middle one is the default of the providers.
    private void ReadSearch(JsonElement sizes)
    {
        if (sizes.TryGetProperty("search_context_size_medium", out var medium))
            Put(new LiteLlmKey("input_cost_per_query", 0, ""), medium);
        if (sizes.EnumerateObject().Select(s => s.Value.ToString()).Distinct().Count() > 1)
            imported.Leave(name, "search_context_cost_per_query: only the price of the medium size is taken over");
    }

    private void ReadTiers(JsonElement tiers)
    {
        foreach (var tier in tiers.EnumerateArray())
        {
            if (tier.ValueKind == JsonValueKind.Object && tier.TryGetProperty("range", out var range) && range is { ValueKind: JsonValueKind.Array } && range.GetArrayLength() > 0 && range[0].TryGetInt64(out var above))
                foreach (var key in tier.EnumerateObject().Where(k => Tokens.Contains(k.Name)))
                    Put(new LiteLlmKey(key.Name, above, ""), key.Value);
            else
                imported.Leave(name, "tiered_pricing that is not by tokens of input");
        }
    }

    private void Put(LiteLlmKey key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var usd) || usd < 0)
        {
            imported.Leave(name, $"{key.Name} is no price: {value}");
            return;
        }

        if (!prices.TryGetValue((key.Variant, key.Above), out var tier))
            prices[(key.Variant, key.Above)] = tier = new Dictionary<string, decimal>(StringComparer.Ordinal);
        tier[key.Name] = usd;
    }

    private void Add(string variant)
    {
        var full = variant.Length == 0 ? name : $"{name}:{variant}";
        var smallest = prices.GetValueOrDefault((variant, 0)) ?? [];
        var entry = LiteLlmRates.Entry(smallest, hasOutput: Mode is not ("embedding" or "rerank")) with { Tiers = [.. prices.Where(p => p.Key.Variant == variant && p.Key.Above > 0).OrderBy(p => p.Key.Above).Select(p => LiteLlmRates.Tier(p.Key.Above, p.Value))] };
        if (Fault(entry, variant) is { } fault)
            imported.Leave(full, fault);
        else
            imported.Add(full, entry);
    }

    private string? Fault(PriceEntry entry, string variant)
    {
        var isGenerator = Mode is "chat" or "completion" or "responses";
        if (entry.Input is null && entry is { PerCall: 0, PerQuery: null })
            return $"no price of input{(variant.Length == 0 ? "" : " for the variant")}";
        if (entry.Input is not null && isGenerator && entry.Output is null)
            return $"no price of output{(variant.Length == 0 ? "" : " for the variant")}";
        return entry is { Input: 0 or null, Output: 0 or null, PerCall: 0, PerQuery: 0 or null }
            ? "all its prices are 0, which may mean unknown: write it into a price table of your own if it is free"
            : null;
    }

    private static bool IsZero(JsonElement value) => value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var usd) && usd == 0);
}
