using System.Globalization;
using System.Text.Json;

namespace EvalHarness.Evaluators.Judges;

/// <summary>A judge's reply on claims: a vote for exactly those that were asked, in their order.</summary>
internal sealed record ClaimReply(IReadOnlyList<ClaimVote> Verdicts)
{
    public const string Schema =
        """
        {"type":"object","additionalProperties":false,"required":["verdicts"],"properties":{"verdicts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","reason","evidence","quote","verdict"],"properties":{"id":{"type":"string"},"reason":{"type":"string"},"evidence":{"type":["string","null"]},"quote":{"type":["string","null"]},"verdict":{"type":"string","enum":["supported","unsupported"]}}}}}}
        """;

    public static string Task(IReadOnlyList<string> ids) =>
        $$"""
        Judge exactly these claims, each once: {{string.Join(", ", ids)}}.
        Reply with one JSON object: {"verdicts": [{"id": "{{ids[0]}}", "reason": "…", "evidence": "e1" or null, "quote": "…" or null, "verdict": "supported" or "unsupported"}, …]}
        """;

    public static (ClaimReply? Reply, string? Problem) Read(JsonElement json, IReadOnlyList<string> ids)
    {
        if (!json.TryGetProperty("verdicts", out var list) || list.ValueKind != JsonValueKind.Array)
            return (null, "it has no array \"verdicts\"");
        if (!JudgeJson.HasOnly(json, "verdicts") || list.EnumerateArray().Any(item => !JudgeJson.HasOnly(item, "id", "reason", "evidence", "quote", "verdict")))
            return (null, "it has fields that were not asked for");
        Dictionary<string, ClaimVote> votes = new(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (Text(item, "id") is not { } id || !ids.Contains(id))
                return (null, $"it judges something that was not asked; the claims are {string.Join(", ", ids)}");
            if (Vote(item) is not { } vote)
                return (null, $"the verdict of {id} is neither \"supported\" nor \"unsupported\"");
            if (!votes.TryAdd(id, vote))
                return (null, $"it judges {id} twice");
        }

        var missing = ids.Where(id => !votes.ContainsKey(id)).ToList();
        return missing.Count > 0 ? (null, $"it has no verdict for {string.Join(", ", missing)}") : (new ClaimReply([.. ids.Select(id => votes[id])]), null);
    }

    private static ClaimVote? Vote(JsonElement item)
    {
        bool? isSupported = Text(item, "verdict")?.Trim().ToUpperInvariant() switch
        {
            "SUPPORTED" => true,
            "UNSUPPORTED" => false,
            _ => null,
        };
        var reason = JudgeText.Excerpt(Text(item, "reason") ?? "");
        return isSupported is { } said ? new ClaimVote(said, reason.Length > 0 ? reason : "the judge gives no reason", Number(Text(item, "evidence")), Text(item, "quote")) : null;
    }

    private static int Number(string? label) =>
        label is ['e', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
