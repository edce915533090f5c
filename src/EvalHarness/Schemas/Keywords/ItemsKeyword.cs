using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>items</c>: every item after those of <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword(SchemaNode schema, int start) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new ItemsKeyword(source.Subschema(), source.Sibling("prefixItems")?.GetArrayLength() ?? 0);

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Array)
            return;
        foreach (var (index, item) in check.Instance.EnumerateArray().Index().Skip(start))
        {
            check.RequirePart(schema, item, $"{index}");
            check.Evaluated?.Add(index);
        }
    }
}
