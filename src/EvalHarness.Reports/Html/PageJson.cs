using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalHarness.Reports.Html;

/// <summary>JSON that may stand inside a script element, whatever the data are.</summary>
public static class PageJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // Quotes and letters beyond ASCII stay as they are; what could end the element is escaped below.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>None of these characters has a meaning in JSON outside a string, so replacing them changes nothing but their spelling.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options)
        .Replace("<", @"\u003C", StringComparison.Ordinal)
        .Replace(">", @"\u003E", StringComparison.Ordinal)
        .Replace("&", @"\u0026", StringComparison.Ordinal)
        .Replace("\u2028", @"\u2028", StringComparison.Ordinal)
        .Replace("\u2029", @"\u2029", StringComparison.Ordinal);
}
