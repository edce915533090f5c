using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Whether the reply calls the right tool with valid and right arguments. Both calls are JSON: the reply's, and the one in the sample's <c>expected</c>.</summary>
/// <remarks>Units: four yes/no, higher is better. Name and arguments need an expected call; validity needs the tool's schema.</remarks>
internal sealed class ToolCallCheck(ToolCallCheck.Settings settings, ToolSchemas schemas) : IGauge
{
    public IReadOnlyList<Dial> Dials { get; } =
    [
        new("", Unit.YesNo, Direction.Higher),
        new("name", Unit.YesNo, Direction.Higher),
        new("valid", Unit.YesNo, Direction.Higher),
        new("arguments", Unit.YesNo, Direction.Higher),
    ];

    public string Content => schemas.Hash;

    public static ToolCallCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        foreach (var (key, pointer) in new[] { ("call", read.Call), ("name", read.Name), ("arguments", read.Arguments) })
            if (pointer.Length > 0 && pointer[0] != '/')
                throw settings.Wrong(key, $"'{pointer}' is no JSON pointer", $"Write /{pointer}.");
        return new ToolCallCheck(read, read.Tools is { } tools ? ToolSchemas.Read(settings.Metric.Resolve(tools)) : ToolSchemas.None);
    }

    public IReadOnlyList<Reading> Measure(CheckedReply reply)
    {
        var given = Call(reply.Json);
        var expected = reply.Sample.Expected is { } json ? Call(JsonSerializer.SerializeToElement(json)) : null;
        Reading[] parts = [Name(given, expected), Valid(given), Arguments(given, expected)];
        var scored = parts.Where(p => p.Value is not null).ToList();
        var whole = scored.Count == 0 ? new Reading(null, "nothing to compare the call with") : Reading.Of(scored.All(p => p.Value == 1), string.Join("; ", scored.Select(p => p.Reason)));
        return [whole, .. parts];
    }

    private static Reading Name(ToolCall? given, ToolCall? expected) => expected is null
        ? new Reading(null, "the sample expects no call")
        : Reading.Of(given?.Name == expected.Name, given is null ? "there is no call" : $"calls {given.Name}, expected {expected.Name}");

    private static Reading Arguments(ToolCall? given, ToolCall? expected)
    {
        if (expected is null)
            return new Reading(null, "the sample expects no call");
        return Reading.Of(given is not null && JsonNode.DeepEquals(given.Arguments, expected.Arguments), given is null ? "there is no call" : "the arguments are compared as JSON values");
    }

    private Reading Valid(ToolCall? given)
    {
        if (schemas.IsEmpty)
            return new Reading(null, "no tools are described");
        if (given is null)
            return Reading.Of(false, "there is no call");
        if (schemas.Find(given.Name) is not { } schema)
            return Reading.Of(false, $"there is no tool {given.Name}");
        var errors = schema.Validate(JsonSerializer.SerializeToElement(given.Arguments));
        return Reading.Of(errors.Count == 0, errors.Count == 0 ? "the arguments are valid" : $"{errors[0].InstancePath}: {errors[0].Message}");
    }

    private ToolCall? Call(JsonElement? json) => JsonFields.Find(json, settings.Call) is { } call ? ToolCall.Read(call, settings.Name, settings.Arguments) : null;

    internal sealed record Settings
    {
        /// <summary>Where the call stands, in the reply and in <c>expected</c>; empty for all of it.</summary>
        public string Call { get; init; } = "";

        /// <summary>Where its tool's name stands, below the call.</summary>
        public string Name { get; init; } = "/name";

        /// <summary>Where its arguments stand, below the call: an object, or its JSON as a text.</summary>
        public string Arguments { get; init; } = "/arguments";

        /// <summary>The tools' file.</summary>
        public string? Tools { get; init; }
    }
}
