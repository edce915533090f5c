using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>const</c>.</summary>
internal sealed class ConstKeyword(JsonElement only) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new ConstKeyword(source.Value);

    public void Check(SchemaCheck check)
    {
        if (!JsonElement.DeepEquals(check.Instance, only))
            check.Fail($"{ShownValue.Of(check.Instance)} is not allowed", $"Expected {ShownValue.Of(only)}.");
    }
}
