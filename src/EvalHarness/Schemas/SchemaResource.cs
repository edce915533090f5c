namespace EvalHarness.Schemas;

/// <summary>A schema with an address, and the anchors in it.</summary>
internal sealed class SchemaResource(string address, Vocabulary vocabularies)
{
    public string Address { get; } = address;

    /// <summary>The keywords that count here.</summary>
    public Vocabulary Vocabularies { get; } = vocabularies;

    /// <summary>Set once, when the document is scanned.</summary>
    public SchemaLocation Root { get; set; } = null!;

    public Dictionary<string, SchemaLocation> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The anchors that a <c>$dynamicRef</c> further in can be turned to; compiled before the first check.</summary>
    public Dictionary<string, SchemaNode?> DynamicAnchors { get; } = new(StringComparer.Ordinal);
}
