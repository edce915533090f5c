using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>dependentSchemas</c>: what the whole value must meet when it has a property.</summary>
internal sealed class DependentSchemasKeyword(IReadOnlyList<KeyValuePair<string, SchemaNode>> schemas) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new DependentSchemasKeyword(source.SubschemaMap());

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var (name, schema) in schemas)
            if (check.Instance.TryGetProperty(name, out _))
                check.Require(schema);
    }
}
