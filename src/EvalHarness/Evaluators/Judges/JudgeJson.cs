using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Reads the one JSON object that a judge's whole reply must be.</summary>
/// <remarks>
/// A thought before it, one code fence around it and commas too many are forgiven; prose is not, and nothing is picked out of a text that does not parse:
/// a judge that quotes an attack would then be taken to say it. Asking once more is cheaper than a stolen verdict.
/// </remarks>
internal static partial class JudgeJson
{
    private const string ThoughtEnd = "</think>";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, AllowTrailingCommas = true };

    public static JsonElement? Read(string text)
    {
        var reply = AfterThought(text).Trim().TrimStart('\uFEFF');
        if (Fence().Match(reply) is { Success: true } fence)
            reply = fence.Groups["body"].Value;
        var bytes = Encoding.UTF8.GetBytes(reply);
        if (JsonEscapes.HasLoneSurrogate(bytes))
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether an object has no field besides those: text that broke out of its string shows in what it leaves behind.</summary>
    public static bool HasOnly(JsonElement item, params ReadOnlySpan<string> fields)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var field in item.EnumerateObject())
            if (!fields.Contains(field.Name))
                return false;
        return true;
    }

    // Servers without a parser for it hand on what a model thought.
    private static string AfterThought(string text)
    {
        var end = text.LastIndexOf(ThoughtEnd, StringComparison.Ordinal);
        return end >= 0 && text.TrimStart().StartsWith("<think>", StringComparison.Ordinal) ? text[(end + ThoughtEnd.Length)..] : text;
    }

    [GeneratedRegex("^```(?:json)?[ \\t]*\\n(?<body>.*)\\n```$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();
}
