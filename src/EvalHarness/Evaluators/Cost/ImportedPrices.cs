namespace EvalHarness.Evaluators.Cost;

/// <summary>What a foreign price table gave, and what of it was left there.</summary>
public sealed class ImportedPrices
{
    private readonly SortedDictionary<string, PriceEntry> models = new(StringComparer.Ordinal);
    private readonly List<LeftPrice> left = [];

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, PriceEntry> Models => models;

    public IReadOnlyList<LeftPrice> Left => left;

    internal void Add(string model, PriceEntry entry)
    {
        if (!models.TryAdd(model, entry))
            Leave(model, "another entry has this name");
    }

    internal void Leave(string model, string reason) => left.Add(new LeftPrice(model, reason));
}
