using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>multipleOf</c>.</summary>
internal sealed class MultipleOfKeyword(JsonElement divisor) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new MultipleOfKeyword(source.Value);

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.Number && !JsonNumber.IsMultiple(check.Instance, divisor))
            check.Fail($"{ShownValue.Of(check.Instance)} does not fit", $"Expected a multiple of {divisor.GetRawText()}.");
    }
}
