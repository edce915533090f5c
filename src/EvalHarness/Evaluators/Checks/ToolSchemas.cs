using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The tools that a model may call, with the schema of each one's arguments, compiled once.</summary>
internal sealed class ToolSchemas(IReadOnlyDictionary<string, JsonSchema> schemas, string hash)
{
    public static ToolSchemas None { get; } = new(new Dictionary<string, JsonSchema>(), "");

    public bool IsEmpty => schemas.Count == 0;

    public string Hash => hash;

    /// <summary>Reads an array of tools as providers take them: name with parameters or input_schema, with or without a function around it.</summary>
    /// <exception cref="InputException">The file is no such array, or holds what is no schema.</exception>
    public static ToolSchemas Read(string file)
    {
        var text = InputText.Read(file);
        try
        {
            var tools = (JsonNode.Parse(text) ?? new JsonObject()).AsArray().Select(Tool);
            return new ToolSchemas(tools.ToDictionary(t => t.Name, t => JsonSchema.Parse(t.Parameters), StringComparer.Ordinal), ContentHash.Of(text));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or SchemaException)
        {
            throw new InputException(new InputProblem(file, $"no list of tools ({exception.Message})", "Write a JSON array of { name, parameters }, each name once, the parameters being a JSON Schema."));
        }
    }

    private static (string Name, string Parameters) Tool(JsonNode? tool)
    {
        var described = (tool as JsonObject)?["function"] as JsonObject ?? tool as JsonObject;
        return described?["name"] is JsonValue name
            ? (name.GetValue<string>(), (described["parameters"] ?? described["input_schema"] ?? new JsonObject()).ToJsonString())
            : throw new JsonException("a tool has no name");
    }

    public JsonSchema? Find(string name) => schemas.GetValueOrDefault(name);
}
