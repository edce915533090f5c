using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>type</c>: 1.0 is an integer.</summary>
internal sealed class TypeKeyword(IReadOnlyList<string> types) : IKeyword
{
    private readonly string expected = string.Join(" or ", types.Select(ShownValue.Type));

    public static IKeyword Compile(KeywordSource source) => new TypeKeyword(
        source.Value.ValueKind == JsonValueKind.Array ? [.. source.Value.EnumerateArray().Select(t => t.GetString()!)] : [source.Value.GetString()!]);

    public void Check(SchemaCheck check)
    {
        if (!types.Any(type => Is(check.Instance, type)))
            check.Fail($"{ShownValue.Of(check.Instance)} is {ShownValue.Kind(check.Instance)}", $"Expected {expected}.");
    }

    private static bool Is(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => JsonNumber.IsInteger(value),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("null", JsonValueKind.Null) => true,
        _ => false,
    };
}
