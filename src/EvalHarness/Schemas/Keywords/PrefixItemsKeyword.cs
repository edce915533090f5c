using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>prefixItems</c>: a schema for each of the first items.</summary>
internal sealed class PrefixItemsKeyword(IReadOnlyList<SchemaNode> schemas) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new PrefixItemsKeyword(source.SubschemaList());

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Array)
            return;
        foreach (var (index, item) in check.Instance.EnumerateArray().Take(schemas.Count).Index())
        {
            check.RequirePart(schemas[index], item, $"{index}");
            check.Evaluated?.Add(index);
        }
    }
}
