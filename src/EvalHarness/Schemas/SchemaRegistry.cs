using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>Schemas that others may refer to by address, besides those embedded in them. The meta-schemas of draft 2020-12 are always there.</summary>
public sealed class SchemaRegistry
{
    private readonly Dictionary<string, JsonElement> schemas = new(StringComparer.Ordinal);

    /// <summary>Refers to nothing but the meta-schemas.</summary>
    public static SchemaRegistry Empty { get; } = new();

    /// <param name="address">An absolute URI, by which it is referred to; it is never fetched.</param>
    public void Add(string address, string schemaText) => schemas[address] = SchemaText.Parse(schemaText);

    internal JsonElement? Find(string address) => schemas.TryGetValue(address, out var schema) ? schema : MetaSchemas.Find(address);

    /// <summary>The keywords that count in a schema, by the meta-schema that it names; nothing when it names none.</summary>
    /// <exception cref="SchemaException">It names one that is not known.</exception>
    internal Vocabulary? Vocabularies(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("$schema", out var name))
            return null;
        var address = SchemaUri.Split(name.GetString() ?? "").Address;
        if (address == MetaSchemas.Draft202012)
            return Vocabulary.All;
        var metaSchema = Find(address)
            ?? throw new SchemaException("/$schema", $"the schema is written for '{address}'", $"Only {MetaSchemas.Draft202012} is understood.");
        return metaSchema.TryGetProperty("$vocabulary", out var vocabularies)
            ? vocabularies.EnumerateObject().Aggregate(Vocabulary.Core, (all, v) => all | MetaSchemas.Vocabulary(v.Name))
            : Vocabulary.All;
    }
}
