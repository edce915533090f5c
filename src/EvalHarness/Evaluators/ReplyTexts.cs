using System.Text.Json;

namespace EvalHarness.Evaluators;

/// <summary>The texts that a JSON value holds.</summary>
internal static class ReplyTexts
{
    /// <summary>Every string in the order of the reply, one a line; names, numbers and addresses are no text. Nothing when there is no string.</summary>
    /// <param name="citations">The property that holds citations, not text; absent when none does.</param>
    public static string? Of(JsonElement json, string? citations)
    {
        List<string> texts = [.. In(json, citations)];
        return texts.Count == 0 ? null : string.Join('\n', texts.Where(text => text.Length > 0 && !IsAddress(text)));
    }

    private static IEnumerable<string> In(JsonElement value, string? citations) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!.Trim()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => In(item, citations)),
        JsonValueKind.Object => value.EnumerateObject().Where(property => property.Name != citations).SelectMany(property => In(property.Value, citations)),
        _ => [],
    };

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
