using System.Text.Json;

namespace EvalHarness.Evaluators.Judges;

/// <summary>What one reply grades.</summary>
/// <param name="Grade">One of the scale's options.</param>
internal sealed record RubricVote(string Grade, string Reason)
{
    public static (RubricVote? Vote, string? Problem) Read(JsonElement json, IReadOnlyList<string> options)
    {
        if (!JudgeJson.HasOnly(json, "reason", "verdict"))
            return (null, "it has fields that were not asked for");
        var grade = json.TryGetProperty("verdict", out var verdict) ? Said(verdict) : null;
        var option = options.FirstOrDefault(o => string.Equals(o, grade, StringComparison.OrdinalIgnoreCase));
        if (option is null)
            return (null, $"its \"verdict\" is none of {string.Join(", ", options)}");
        var reason = json.TryGetProperty("reason", out var why) && why.ValueKind == JsonValueKind.String ? JudgeText.Excerpt(why.GetString()!) : "";
        return (new RubricVote(option, reason.Length > 0 ? reason : "the judge gives no reason"), null);
    }

    // A number in place of its name says the same.
    private static string? Said(JsonElement verdict) => verdict.ValueKind switch
    {
        JsonValueKind.String => verdict.GetString()!.Trim(),
        JsonValueKind.Number => verdict.GetRawText(),
        _ => null,
    };
}
