using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Cost;

/// <summary>A key of LiteLLM's taken apart: <c>input_cost_per_token_above_200k_tokens_batches</c>.</summary>
/// <param name="Name">Which price it is: <c>input_cost_per_token</c>.</param>
/// <param name="Above">Tokens of input above which it counts; 0 for every request.</param>
/// <param name="Variant"><c>batch</c>, <c>flex</c>, <c>priority</c>, or empty.</param>
internal sealed partial record LiteLlmKey(string Name, long Above, string Variant)
{
    public static LiteLlmKey Parse(string key)
    {
        var match = Parts().Match(key);
        var above = match.Groups["above"] is { Success: true } thousands ? 1000 * long.Parse(thousands.Value, CultureInfo.InvariantCulture) : 0;
        return new LiteLlmKey(match.Groups["name"].Value, above, match.Groups["variant"].Value is "batches" ? "batch" : match.Groups["variant"].Value);
    }

    /// <summary>Whether a key is about money at all.</summary>
    public static bool IsPrice(string key) => key.Contains("cost", StringComparison.Ordinal) || key.Contains("pricing", StringComparison.Ordinal);

    [GeneratedRegex("^(?<name>.+?)(_above_(?<above>[0-9]+)k_tokens)?(_(?<variant>batches|flex|priority))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
