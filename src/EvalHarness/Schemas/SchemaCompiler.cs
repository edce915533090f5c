using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>Turns a schema text and what it refers to into nodes. One compiler serves one schema.</summary>
internal sealed class SchemaCompiler(SchemaRegistry registry, bool assertsFormat = false)
{
    private readonly IReadOnlyList<KeywordDefinition> keywords = assertsFormat ? [.. KeywordTable.All, KeywordTable.Format] : KeywordTable.All;

    private readonly Dictionary<string, SchemaResource> resources = new(StringComparer.Ordinal);
    private readonly Dictionary<(SchemaDocument, string), SchemaNode> nodes = [];

    /// <summary>Whether some schema asks which properties and items nothing has looked at: only then is it worth noting.</summary>
    public bool UsesUnevaluated => nodes.Values.SelectMany(n => n.Keywords).Any(k => k.Name.StartsWith("unevaluated", StringComparison.Ordinal));

    public SchemaNode CompileRoot(JsonElement schema)
    {
        var root = Compile(Load(schema, SchemaUri.Unnamed).Root);
        CompileDynamicAnchors();
        return root;
    }

    public SchemaNode Compile(SchemaLocation location)
    {
        if (nodes.TryGetValue((location.Document, location.Pointer), out var known))
            return known;
        var node = new SchemaNode(location);
        nodes.Add((location.Document, location.Pointer), node);
        node.Keywords = location.Element.ValueKind switch
        {
            JsonValueKind.Object => [.. Keywords(location)],
            JsonValueKind.True or JsonValueKind.False => [],
            var kind => throw new SchemaException(location.Pointer, $"{kind} is not a schema", "Write an object, true or false."),
        };
        return node;
    }

    /// <exception cref="SchemaException">There is nothing.</exception>
    public static SchemaLocation Below(SchemaLocation start, IEnumerable<string> below) =>
        start.Document.Below(start, below) ?? throw new SchemaException(start.Pointer, "nothing is there", "Point to a schema in the document.");

    /// <summary>What a <c>$ref</c> points to.</summary>
    /// <exception cref="SchemaException">It points to nothing that is embedded or registered.</exception>
    public SchemaLocation Resolve(SchemaLocation from, string reference)
    {
        var (address, fragment) = SchemaUri.Split(reference);
        var resource = Find(SchemaUri.Resolve(from.Resource.Address, address));
        var target = fragment switch
        {
            _ when resource is null => null,
            "" => resource.Root,
            ['/', ..] => resource.Root.Document.Below(resource.Root, JsonPointer.Segments(fragment)),
            _ => resource.Root.Resource.Anchors.GetValueOrDefault(fragment),
        };
        return target ?? throw new SchemaException(from.Pointer, $"the reference '{reference}' leads nowhere", "Schemas are never fetched: put what is referred to under $defs, with its $id.");
    }

    private SchemaResource? Find(string address)
    {
        if (!resources.ContainsKey(address) && registry.Find(address) is { } schema)
            Load(schema, address);
        return resources.GetValueOrDefault(address);
    }

    private SchemaDocument Load(JsonElement schema, string address)
    {
        var document = new SchemaDocument(schema, address, registry.Vocabularies);
        foreach (var resource in document.Resources)
            resources.TryAdd(resource.Address, resource);
        return document;
    }

    private IEnumerable<(string Name, IKeyword Keyword)> Keywords(SchemaLocation location)
    {
        foreach (var definition in keywords)
        {
            if (!location.Resource.Vocabularies.HasFlag(definition.Vocabulary) || !location.Element.TryGetProperty(definition.Name, out _))
                continue;
            if (definition.Compile?.Invoke(new KeywordSource(definition.Name, location, this)) is { } keyword)
                yield return (definition.Name, keyword);
        }
    }

    // Compiling one can load further documents with further anchors.
    private void CompileDynamicAnchors()
    {
        while (Waiting() is { } waiting)
            waiting.Resource.DynamicAnchors[waiting.Name] = Compile(waiting.Resource.Anchors[waiting.Name]);
    }

    private (SchemaResource Resource, string Name)? Waiting() => resources.Values
        .SelectMany(r => r.DynamicAnchors.Where(a => a.Value is null), (r, a) => ((SchemaResource, string)?)(r, a.Key))
        .FirstOrDefault();
}
