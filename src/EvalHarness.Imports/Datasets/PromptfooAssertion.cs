using System.Text.Json;
using System.Text.RegularExpressions;
using EvalHarness.Imports.Rows;

namespace EvalHarness.Imports.Datasets;

/// <summary>What an assertion of promptfoo says about the right answer.</summary>
internal static partial class PromptfooAssertion
{
    private static readonly string[] Whole = ["equals", "similar", "factuality", "model-graded-factuality", "answer"];

    /// <summary>Those whose value is a right answer, or a list of which any one is.</summary>
    private static readonly string[] Gold = [.. Whole, "contains", "icontains", "contains-any", "icontains-any"];

    private static readonly string[] Known =
    [
        .. Gold, "contains-all", "icontains-all", "starts-with", "regex", "is-json", "contains-json", "is-html", "contains-html", "is-sql", "contains-sql", "is-xml", "contains-xml",
        "javascript", "python", "ruby", "webhook", "llm-rubric", "g-eval", "pi", "classifier", "moderation", "guardrails", "search-rubric", "model-graded-closedqa", "answer-relevance",
        "conversation-relevance", "context-recall", "context-relevance", "context-faithfulness", "latency", "cost", "finish-reason", "word-count", "perplexity", "perplexity-score",
        "levenshtein", "rouge-n", "bleu", "gleu", "meteor", "is-refusal", "is-valid-function-call", "is-valid-openai-function-call", "is-valid-openai-tools-call", "tool-call-f1",
        "trace-error-spans", "trace-span-count", "trace-span-duration", "select-best", "max-score", "human",
    ];

    /// <summary>Types only before a colon: alone in a cell, these are answers.</summary>
    private static readonly string[] Prefixes = ["fn", "eval", "grade", "answer"];

    /// <summary>Gold answers; none, and a note, where the assertion says something else.</summary>
    public static IEnumerable<string> Answers(JsonElement assert, string where, LeftOut leftOut)
    {
        var type = TypeOf(assert);
        var values = Property(assert, "value") switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(CellText.Of).ToList(),
            { } one => [CellText.Of(one)],
        };
        if (!Gold.Contains(type, StringComparer.Ordinal))
        {
            leftOut.Add($"assertions '{type}'", where);
            return [];
        }

        foreach (var _ in values.Where(IsComputed))
            leftOut.Add($"assertions '{type}' with a template or a file", where);
        return values.Where(v => !IsComputed(v) && !string.IsNullOrWhiteSpace(v));
    }

    public static string TypeOf(JsonElement assert) => Property(assert, "type") is { ValueKind: JsonValueKind.String } named ? named.GetString()! : "without a type";

    /// <summary>Its value is the whole answer, and not a part that must be in it.</summary>
    public static bool IsWhole(string type) => Whole.Contains(type, StringComparer.Ordinal);

    /// <summary>Whether promptfoo would compute a text, which nothing here does.</summary>
    public static bool IsComputed(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.StartsWith("file://", StringComparison.Ordinal);

    /// <summary>An assertion as a CSV cell writes it: <c>contains-any: a, b</c>, or its type alone: <c>is-json</c>; without a type it is <c>equals</c>.</summary>
    public static object FromCell(string cell)
    {
        var match = Typed().Match(cell);
        var type = match.Groups["type"].Value;
        if (!IsKnown(type, isAlone: !match.Groups["value"].Success))
            return new { type = "equals", value = cell };
        var value = match.Groups["value"].Value.Trim();
        return type.EndsWith("-any", StringComparison.Ordinal)
            ? new { type, value = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) }
            : new { type, value };
    }

    private static bool IsKnown(string type, bool isAlone)
    {
        var asserted = type.StartsWith("not-", StringComparison.Ordinal) ? type["not-".Length..] : type;
        return Prefixes.Contains(asserted, StringComparer.Ordinal) ? !isAlone : Known.Contains(asserted, StringComparer.Ordinal);
    }

    private static JsonElement? Property(JsonElement assert, string name) =>
        assert.ValueKind == JsonValueKind.Object && assert.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    [GeneratedRegex(@"^(?<type>[a-z][a-z0-9-]*)(\([^)]*\))?(:(?<value>.*))?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Typed();
}
