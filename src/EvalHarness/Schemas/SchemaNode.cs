namespace EvalHarness.Schemas;

/// <summary>A compiled schema.</summary>
internal sealed class SchemaNode(SchemaLocation location)
{
    public string Pointer => location.Pointer;

    public SchemaResource Resource => location.Resource;

    /// <summary>The schema <c>false</c>, which nothing meets.</summary>
    public bool IsNever => location.Element.ValueKind == System.Text.Json.JsonValueKind.False;

    /// <summary>What it demands, in the order in which it is checked; set once, after the node is known, because schemas can refer to themselves.</summary>
    public IReadOnlyList<(string Name, IKeyword Keyword)> Keywords { get; set; } = [];
}
