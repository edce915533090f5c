using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>minProperties</c> and <c>maxProperties</c>.</summary>
internal sealed class PropertyCountKeyword(CountRange range) : IKeyword
{
    public static IKeyword CompileMin(KeywordSource source) => new PropertyCountKeyword(CountRange.AtLeast(source));

    public static IKeyword CompileMax(KeywordSource source) => new PropertyCountKeyword(CountRange.AtMost(source));

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.Object)
            range.Check(check, check.Instance.GetPropertyCount(), "keys");
    }
}
