using System.Text.Json;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The reply is JSON, of a kind and with fields; leniently, once a code fence or prose is off. Without <c>field:</c> it looks at the whole reply.</summary>
internal sealed class JsonCheck(JsonValueKind? kind, IReadOnlyList<string> fields) : IRule
{
    public static JsonCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return read.Type switch
        {
            null or "object" or "array" => new JsonCheck(Kind(read.Type), [.. read.Fields.Select(f => f.StartsWith('/') ? f : $"/{f}")]),
            var other => throw settings.Wrong("type", $"'{other}' is no type to ask for", "Write object or array."),
        };
    }

    public RuleOutcome Judge(CheckedReply reply) => Judge(LenientJson.ReadStrict(reply.Whole), "the text is not JSON as it stands");

    public RuleOutcome JudgeLeniently(CheckedReply reply) => Judge(LenientJson.ReadStrict(reply.Whole) ?? LenientJson.Find(reply.Whole), "no single JSON value in the text");

    private RuleOutcome Judge(JsonElement? json, string withoutJson)
    {
        if (json is not { } value)
            return RuleOutcome.Fail(withoutJson);
        if (kind is { } asked && value.ValueKind != asked)
            return RuleOutcome.Fail($"JSON, but no {asked.ToString().ToLowerInvariant()}");
        return RuleOutcome.Of([.. fields.Where(f => JsonFields.Find(value, f) is null).Select(f => $"no field {f}")], "JSON as asked for");
    }

    private static JsonValueKind? Kind(string? type) => type switch
    {
        "object" => JsonValueKind.Object,
        "array" => JsonValueKind.Array,
        _ => null,
    };

    internal sealed record Settings
    {
        public string? Type { get; init; }

        /// <summary>Names, or JSON pointers.</summary>
        public IReadOnlyList<string> Fields { get; init; } = [];
    }
}
