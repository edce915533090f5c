using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Takes in scores that code of the user's made: one that breaks the rules is not scored, and says why.</summary>
internal static class ForeignScores
{
    /// <param name="scores">As they were returned.</param>
    public static IReadOnlyList<Score> Of(IReadOnlyList<Metric> metrics, IReadOnlyList<Score?> scores) => scores.Count == metrics.Count
        ? [.. metrics.Zip(scores, Of)]
        : metrics.NotScored($"it returned {scores.Count} scores for {metrics.Count} metrics");

    private static Score Of(Metric metric, Score? score) => Fault(metric, score) is { } fault ? metric.NotScored($"it returned {fault}") : score!;

    private static string? Fault(Metric metric, Score? score) => score switch
    {
        null => "nothing in place of a score",
        _ when score.Metric != metric.Id => $"a score of '{score.Metric}' where '{metric.Id}' stands",
        { Outcome: Outcome.Scored, Value: { } value } => metric.Unit.Fault(value) is { } fault ? $"a value that cannot be: {fault}" : null,
        { Outcome: Outcome.Scored } => "a score without a value",
        { Value: not null } => "a value that is not scored",
        { Reason: null or "" } => "no value and no reason",
        _ when !Enum.IsDefined(score.Outcome) => "an outcome that does not exist",
        _ => null,
    };
}
