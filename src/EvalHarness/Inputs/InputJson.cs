using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalHarness.Inputs;

/// <summary>How files that people write are read: snake_case names, unknown names refused.</summary>
public static class InputJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
