using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>enum</c>.</summary>
internal sealed class EnumKeyword(IReadOnlyList<JsonElement> allowed) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) => new EnumKeyword([.. source.Value.EnumerateArray()]);

    public void Check(SchemaCheck check)
    {
        if (!allowed.Contains(check.Instance, JsonValueComparer.Instance))
            check.Fail($"{ShownValue.Of(check.Instance)} is not allowed", $"{Question(check.Instance)}Allowed: {string.Join(", ", allowed.Select(ShownValue.Of))}.");
    }

    private string Question(JsonElement found) => found.ValueKind == JsonValueKind.String
        ? NearestName.Question(found.GetString()!, allowed.Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!))
        : "";
}
