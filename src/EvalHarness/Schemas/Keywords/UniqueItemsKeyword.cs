using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>uniqueItems</c>.</summary>
internal sealed class UniqueItemsKeyword : IKeyword
{
    public static IKeyword? Compile(KeywordSource source) => source.Value.GetBoolean() ? new UniqueItemsKeyword() : null;

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Array)
            return;
        HashSet<JsonElement> seen = new(JsonValueComparer.Instance);
        foreach (var item in check.Instance.EnumerateArray())
            if (!seen.Add(item))
                check.Fail($"{ShownValue.Of(item)} stands there twice", "Expected items that all differ.");
    }
}
