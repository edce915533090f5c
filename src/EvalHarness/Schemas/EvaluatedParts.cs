namespace EvalHarness.Schemas;

/// <summary>The properties and items of a value that some keyword has looked at: what <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> leave alone.</summary>
internal sealed class EvaluatedParts
{
    private readonly HashSet<string> properties = new(StringComparer.Ordinal);
    private readonly HashSet<int> items = [];

    public void Add(string property) => properties.Add(property);

    public void Add(int item) => items.Add(item);

    public bool Contains(string property) => properties.Contains(property);

    public bool Contains(int item) => items.Contains(item);

    public void Adopt(EvaluatedParts other)
    {
        properties.UnionWith(other.properties);
        items.UnionWith(other.items);
    }
}
