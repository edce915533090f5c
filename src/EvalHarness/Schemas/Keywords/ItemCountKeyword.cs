using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>minItems</c> and <c>maxItems</c>.</summary>
internal sealed class ItemCountKeyword(CountRange range) : IKeyword
{
    public static IKeyword CompileMin(KeywordSource source) => new ItemCountKeyword(CountRange.AtLeast(source));

    public static IKeyword CompileMax(KeywordSource source) => new ItemCountKeyword(CountRange.AtMost(source));

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.Array)
            range.Check(check, check.Instance.GetArrayLength(), "items");
    }
}
