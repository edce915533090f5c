using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Imports.Telemetry;

/// <summary>A span of a trace, with the attributes of its events and of what emitted it. Times in nanoseconds since 1970.</summary>
internal sealed record Span(string TraceId, string Id, string? Parent, string Name, ulong Start, ulong End, IReadOnlyDictionary<string, JsonNode?> Attributes, string? Error)
{
    public string? Operation => Text("gen_ai.operation.name");

    /// <summary>A call to a model that answers.</summary>
    public bool IsChat => Operation is "chat" or "text_completion" or "generate_content" || Text("openinference.span.kind") == "LLM";

    public bool IsRetrieval => Operation is "retrieval" || Text("openinference.span.kind") == "RETRIEVER";

    public double Milliseconds => End > Start ? (End - Start) / 1e6 : 0;

    public JsonNode? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public string? Text(string attribute) => this[attribute] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    /// <param name="resource">Attributes of what emitted it; its own win.</param>
    public static Span Read(JsonElement span, IReadOnlyDictionary<string, JsonNode?> resource)
    {
        Dictionary<string, JsonNode?> attributes = new(resource, StringComparer.Ordinal);
        // Content stands on the span or, in older conventions and as an option, on its events.
        foreach (var holder in OtlpValue.List(span, "events").Append(span))
            foreach (var (key, value) in OtlpValue.Attributes(holder))
                attributes[key] = value;
        return new Span(
            OtlpValue.Text(span, "traceId") ?? "",
            OtlpValue.Text(span, "spanId") ?? "",
            OtlpValue.Text(span, "parentSpanId") is { Length: > 0 } parent ? parent : null,
            OtlpValue.Text(span, "name") ?? "",
            Nanoseconds(span, "startTimeUnixNano"),
            Nanoseconds(span, "endTimeUnixNano"),
            attributes,
            ErrorOf(span, attributes));
    }

    private static string? ErrorOf(JsonElement span, Dictionary<string, JsonNode?> attributes)
    {
        if (!span.TryGetProperty("status", out var status) || OtlpValue.Text(status, "code") is not ("2" or "STATUS_CODE_ERROR"))
            return null;
        return OtlpValue.Text(status, "message") is { Length: > 0 } message ? message : attributes.GetValueOrDefault("error.type")?.ToString() ?? "the span has the status error";
    }

    private static ulong Nanoseconds(JsonElement span, string name) =>
        ulong.TryParse(OtlpValue.Text(span, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
