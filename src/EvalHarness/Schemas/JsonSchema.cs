using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>A stand-in to compile against, until the validator is merged: it knows <c>required</c> alone.</summary>
public sealed class JsonSchema
{
    private readonly JsonElement root;

    private JsonSchema(JsonElement root) => this.root = root;

    public static JsonSchema Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new JsonSchema(document.RootElement.Clone());
    }

    public IReadOnlyList<SchemaError> Validate(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [new SchemaError("", "/type", "is not an object")];
        return root.TryGetProperty("required", out var required)
            ? [.. required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => new SchemaError("", "/required", $"'{name}' is missing"))]
            : [];
    }
}
