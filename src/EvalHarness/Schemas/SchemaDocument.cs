using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>A schema text with the places of every schema in it, found once when it is loaded.</summary>
internal sealed class SchemaDocument
{
    private readonly Func<JsonElement, Vocabulary?> vocabularies;
    private readonly Dictionary<string, SchemaLocation> locations = new(StringComparer.Ordinal);

    /// <param name="vocabularies">Which keywords count in a schema by its <c>$schema</c>; nothing when it has none.</param>
    public SchemaDocument(JsonElement root, string address, Func<JsonElement, Vocabulary?> vocabularies)
    {
        this.vocabularies = vocabularies;
        var outside = new SchemaResource(address, vocabularies(root) ?? Vocabulary.All);
        Root = Scan(root, "", outside);
        outside.Root = Root;
        Resources = [outside, .. locations.Values.Select(l => l.Resource).Distinct().Where(r => r != outside)];
    }

    public SchemaLocation Root { get; }

    /// <summary>The document under the address it was found at first, then every schema in it with an <c>$id</c>.</summary>
    public IReadOnlyList<SchemaResource> Resources { get; }

    /// <summary>The place <paramref name="below"/> another one; nothing when there is none.</summary>
    public SchemaLocation? Below(SchemaLocation start, IEnumerable<string> below)
    {
        var here = start;
        foreach (var segment in below)
        {
            if (Step(here.Element, segment) is not { } element)
                return null;
            var pointer = JsonPointer.Append(here.Pointer, segment);
            here = locations.GetValueOrDefault(pointer) ?? new SchemaLocation(this, pointer, element, here.Resource);
        }

        return here;
    }

    private static JsonElement? Step(JsonElement element, string segment) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(segment, out var value) => value,
        JsonValueKind.Array when int.TryParse(segment, out var index) && index >= 0 && index < element.GetArrayLength() => element[index],
        _ => null,
    };

    private SchemaLocation Scan(JsonElement element, string pointer, SchemaResource enclosing)
    {
        var resource = Address(element, enclosing) is { } address ? new SchemaResource(address, vocabularies(element) ?? enclosing.Vocabularies) : enclosing;
        var location = new SchemaLocation(this, pointer, element, resource);
        locations[pointer] = location;
        if (resource != enclosing)
            resource.Root = location;
        if (element.ValueKind != JsonValueKind.Object)
            return location;

        NoteAnchors(location);
        foreach (var property in element.EnumerateObject())
            foreach (var (segments, subschema) in KeywordTable.Subschemas(property))
                Scan(subschema, segments.Aggregate(pointer, JsonPointer.Append), resource);
        return location;
    }

    // Nothing when it has none of its own: a document is often found by the address that it gives itself.
    private static string? Address(JsonElement element, SchemaResource enclosing) =>
        Text(element, "$id") is { } id && SchemaUri.Resolve(enclosing.Address, SchemaUri.Split(id).Address) is var address && address != enclosing.Address ? address : null;

    private static void NoteAnchors(SchemaLocation location)
    {
        if (Text(location.Element, "$anchor") is { } anchor)
            location.Resource.Anchors[anchor] = location;
        if (Text(location.Element, "$dynamicAnchor") is not { } dynamicAnchor)
            return;
        location.Resource.Anchors[dynamicAnchor] = location;
        location.Resource.DynamicAnchors[dynamicAnchor] = null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
