using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>What became of each gold span, as the score of retrieval recall carries it: <c>[{document, start, end, rank, rank_before, given}]</c>.</summary>
/// <remarks>The ranks are those of the first passage that covers the span: after and before re-ranking, absent when none does.</remarks>
internal static class SpanDetail
{
    public static JsonArray Of(IReadOnlyList<GoldSpan> gold, IReadOnlyList<Ranked> ranking, IReadOnlyList<Ranked> given) =>
        new([.. gold.Select(span => Of(span, ranking, given.Any(span.IsIn)))]);

    /// <summary>Where the evidence stood, read from a score's detail; nothing when the detail is of another shape.</summary>
    public static EvidencePlace? Read(JsonNode? detail)
    {
        if (detail is not JsonArray { Count: > 0 } spans || spans.Any(s => (s as JsonObject)?["given"] is not JsonValue value || value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)))
            return null;
        var missing = spans.Where(s => !s!["given"]!.GetValue<bool>()).ToList();
        if (missing.Count == 0)
            return EvidencePlace.Given;
        return missing.All(s => s!["rank"] is not null) ? EvidencePlace.BelowTheCut : EvidencePlace.Missed;
    }

    private static JsonObject Of(GoldSpan span, IReadOnlyList<Ranked> ranking, bool isGiven)
    {
        var place = Enumerable.Range(0, ranking.Count).FirstOrDefault(i => span.IsIn(ranking[i]), -1);
        return new JsonObject
        {
            ["document"] = span.Document,
            ["start"] = span.Span.Start,
            ["end"] = span.Span.End,
            ["rank"] = place < 0 ? null : place + 1,
            ["rank_before"] = place < 0 ? null : ranking[place].RankBefore,
            ["given"] = isGiven,
        };
    }
}
