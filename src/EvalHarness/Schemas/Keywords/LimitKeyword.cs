using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms.</summary>
/// <param name="meets">Whether the comparison of a value with the limit is good.</param>
internal sealed class LimitKeyword(JsonElement limit, Predicate<int> meets, string expected) : IKeyword
{
    public static IKeyword CompileMinimum(KeywordSource source) => new LimitKeyword(source.Value, c => c >= 0, "at least");

    public static IKeyword CompileMaximum(KeywordSource source) => new LimitKeyword(source.Value, c => c <= 0, "at most");

    public static IKeyword CompileExclusiveMinimum(KeywordSource source) => new LimitKeyword(source.Value, c => c > 0, "more than");

    public static IKeyword CompileExclusiveMaximum(KeywordSource source) => new LimitKeyword(source.Value, c => c < 0, "less than");

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind == JsonValueKind.Number && !meets(JsonNumber.Compare(check.Instance, limit)))
            check.Fail($"{ShownValue.Of(check.Instance)} is out of range", $"Expected {expected} {limit.GetRawText()}.");
    }
}
