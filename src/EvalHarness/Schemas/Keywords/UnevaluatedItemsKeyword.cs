using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>unevaluatedItems</c>: the items that no keyword of this schema, nor of those applied in place, has looked at.</summary>
internal sealed class UnevaluatedItemsKeyword(SchemaNode schema) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new UnevaluatedItemsKeyword(source.Subschema());

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Array)
            return;
        foreach (var (index, item) in check.Instance.EnumerateArray().Index().Where(i => !check.Evaluated!.Contains(i.Index)))
        {
            check.RequirePart(schema, item, $"{index}");
            check.Evaluated!.Add(index);
        }
    }
}
