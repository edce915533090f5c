using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>minLength</c> and <c>maxLength</c>, in Unicode code points.</summary>
internal sealed class LengthKeyword(CountRange range) : IKeyword
{
    public static IKeyword CompileMin(KeywordSource source) => new LengthKeyword(CountRange.AtLeast(source));

    public static IKeyword CompileMax(KeywordSource source) => new LengthKeyword(CountRange.AtMost(source));

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.String)
            range.Check(check, check.Instance.GetString()!.EnumerateRunes().Count(), "characters");
    }
}
