using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Providers.Services;

/// <summary>A JSON body with placeholders in its texts; names of properties are sent as they are.</summary>
internal sealed class BodyTemplate(JsonNode template)
{
    /// <summary>Every text in it.</summary>
    public IEnumerable<string> Texts => TextsIn(template);

    public JsonNode? Fill(Placeholders values) => Fill(template, values);

    private static JsonNode? Fill(JsonNode? node, Placeholders values) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Fill(f.Value, values)))),
        JsonArray items => new JsonArray([.. items.Select(item => Fill(item, values))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => values.Fill(text.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => TextsIn(f.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
        _ => [],
    };
}
