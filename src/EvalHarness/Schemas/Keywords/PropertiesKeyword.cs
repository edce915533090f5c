using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>properties</c>.</summary>
internal sealed class PropertiesKeyword(IReadOnlyList<KeyValuePair<string, SchemaNode>> properties) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new PropertiesKeyword(source.SubschemaMap());

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var (name, schema) in properties)
        {
            if (!check.Instance.TryGetProperty(name, out var value))
                continue;
            check.RequirePart(schema, value, name);
            check.Evaluated?.Add(name);
        }
    }
}
