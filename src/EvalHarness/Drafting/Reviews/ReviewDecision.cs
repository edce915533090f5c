using System.Text.Json.Serialization;

namespace EvalHarness.Drafting.Reviews;

/// <summary>What somebody decided on a draft: a line of the file of decisions, docs/schemas/reviews.schema.json. Of several on one draft the last counts.</summary>
/// <param name="Id">The draft's.</param>
public sealed record ReviewDecision(string Id, ReviewVerdict Decision, string Reviewer, DateTimeOffset At)
{
    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>In place of the drafted one; absent where it was left as it is.</summary>
    public string? Question { get; init; }

    /// <summary>In place of the drafted answers; absent where they were left as they are.</summary>
    public string? Answer { get; init; }

    [JsonIgnore]
    public bool IsEdited => (Question ?? Answer) is not null;
}
