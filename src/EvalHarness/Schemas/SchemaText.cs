using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>Reads the text of a schema.</summary>
internal static class SchemaText
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <exception cref="SchemaException">It is not JSON.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new SchemaException("", "the schema is not JSON", exception.Message, exception);
        }
    }
}
