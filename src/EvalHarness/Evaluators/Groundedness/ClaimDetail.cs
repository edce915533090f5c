using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Verdicts as a score carries them: <c>[{claim, supported, contradicted, support, document, start, end, quote, reason, votes?}]</c>.</summary>
internal static class ClaimDetail
{
    public static JsonArray Of(IEnumerable<ClaimVerdict> verdicts) => new([.. verdicts.Select(Of)]);

    private static JsonNode Of(ClaimVerdict verdict)
    {
        var detail = Verdict(verdict);
        if (verdict.Votes is { } votes)
            detail["votes"] = new JsonArray([.. votes.Select(v => JsonValue.Create(v))]);
        return detail;
    }

    private static JsonObject Verdict(ClaimVerdict verdict) => new()
    {
        ["claim"] = verdict.Claim,
        ["supported"] = verdict.IsSupported,
        ["contradicted"] = verdict.IsContradicted,
        ["support"] = Math.Round(verdict.Support, 3),
        ["document"] = verdict.Document,
        ["start"] = verdict.Span?.Start,
        ["end"] = verdict.Span?.End,
        ["quote"] = verdict.Quote,
        ["reason"] = verdict.Reason,
    };
}
