using System.Text.Json;

namespace EvalHarness.Schemas.Keywords;

/// <summary><c>required</c>. The error carries the missing property's description, when it has one.</summary>
internal sealed class RequiredKeyword(IReadOnlyList<(string Name, string Description)> required) : IKeyword
{
    public static IKeyword Compile(KeywordSource source) =>
        new RequiredKeyword([.. source.Value.EnumerateArray().Select(name => (name.GetString()!, Description(source, name.GetString()!)))]);

    public void Check(SchemaCheck check)
    {
        if (check.Instance.ValueKind != JsonValueKind.Object)
            return;
        foreach (var (name, description) in required)
            if (!check.Instance.TryGetProperty(name, out _))
                check.FailMissing(name, $"Add '{name}'{description}");
    }

    private static string Description(KeywordSource source, string name) =>
        source.Sibling("properties") is { ValueKind: JsonValueKind.Object } properties
        && properties.TryGetProperty(name, out var property)
        && property.ValueKind == JsonValueKind.Object
        && property.TryGetProperty("description", out var description)
        && description.ValueKind == JsonValueKind.String
            ? $": {description.GetString()}"
            : ".";
}
