using System.Text.Json.Nodes;

namespace EvalHarness.Pipelines.Processes;

/// <summary>Writes a question as the line that a program reads. Only ASCII: a program need not know about encodings to read it.</summary>
internal static class RequestLine
{
    public static string Write(string id, PipelineRequest request, int repeat) => new JsonObject
    {
        ["id"] = id,
        ["question"] = request.Question,
        ["messages"] = new JsonArray([.. request.Messages.Select(m => new JsonObject { ["role"] = m.Role, ["content"] = m.Content })]),
        ["context"] = new JsonObject(request.Context.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))),
        ["schema"] = request.ResponseSchema is { } schema ? JsonNode.Parse(schema) : null,
        ["repeat"] = repeat,
    }.ToJsonString();
}
