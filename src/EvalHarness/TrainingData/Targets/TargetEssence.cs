using System.Text.Json;
using System.Text.RegularExpressions;
using EvalHarness.Evaluators;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Targets;

/// <summary>What of a target cannot differ without contradiction: whether it declines, its numbers, its structured fields.</summary>
internal static partial class TargetEssence
{
    /// <summary>A longer text of a JSON target is prose.</summary>
    private const int LongestLabel = 40;

    public static string Of(Reply target) => string.Join('|', [target.IsAbstention ? "declines" : "answers", .. Numbers(target.Text), .. Labels(target)]);

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal).TrimEnd('.')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Labels(Reply target) => target.Strict is { ValueKind: JsonValueKind.Object } json
        ? json.EnumerateObject().Where(p => IsLabel(p.Value) && Said(p.Value) != target.Text).Select(p => $"{p.Name}={Said(p.Value)}").Order(StringComparer.Ordinal)
        : [];

    private static bool IsLabel(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number or JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length <= LongestLabel,
        _ => false,
    };

    private static string Said(JsonElement value) => value.ValueKind == JsonValueKind.String ? PlainText.Of(value.GetString()!) : value.GetRawText();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
