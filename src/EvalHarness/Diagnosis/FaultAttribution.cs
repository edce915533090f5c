using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Metrics;

namespace EvalHarness.Diagnosis;

/// <summary>From a row's scores to the cause of its failure; nothing is evaluated again. docs/metrics.md has the order as a table.</summary>
/// <remarks>
/// A row fails when there is no answer, when the answer is not right, or when its form alone is wrong. A right answer that says more than the corpus supports has not failed: <c>unsupported-answer</c> counts it.
/// The taxonomy follows RAGChecker's division into faults of the retriever and of the generator, Ru et al. 2024, arXiv:2408.08067.
/// </remarks>
public static class FaultAttribution
{
    // As the mark of a row in the page: correctness may be a share where an experiment brings its own.
    private static readonly string[] Judging = ["success", "abstention-correct", "over-refusal", AnswerCorrectness.Id];
    private static readonly string[] Forms = ["format-strict", "format-schema"];

    /// <param name="scores">By metric id.</param>
    /// <returns>Absent when the row did not fail.</returns>
    public static Cause? Of(IReadOnlyDictionary<string, Score> scores)
    {
        if (HasNoAnswer(scores))
            return Cause.PipelineError;
        if (Value(scores, "abstention-correct") == 0)
            return Cause.AnsweredUnanswerable;
        if (Value(scores, "over-refusal") > 0)
            return Retrieval(scores) ?? Cause.OverRefused;
        if (Value(scores, AnswerCorrectness.Id) < AnswerCorrectness.RightFrom)
            return Retrieval(scores) ?? Claims(scores) ?? Unused(scores) ?? Cause.Unattributed;
        if (scores.Count == 0 || Lacks(scores, Judging) || Lacks(scores, Forms))
            return Cause.Unattributed;
        return Forms.Any(form => Value(scores, form) == 0) ? Cause.FormatOnly : null;
    }

    private static bool HasNoAnswer(IReadOnlyDictionary<string, Score> scores) =>
        Value(scores, "success") is { } success ? success == 0 : scores.Values.Any(s => s.Outcome is Outcome.Failed);

    private static Cause? Retrieval(IReadOnlyDictionary<string, Score> scores) => Evidence(scores) switch
    {
        EvidencePlace.Missed => Cause.RetrieverMissed,
        EvidencePlace.BelowTheCut => Cause.RankedBelowCut,
        _ => null,
    };

    private static Cause? Unused(IReadOnlyDictionary<string, Score> scores) => Evidence(scores) is EvidencePlace.Given ? Cause.EvidenceUnused : null;

    private static EvidencePlace? Evidence(IReadOnlyDictionary<string, Score> scores) =>
        SpanDetail.Read(scores.Values.FirstOrDefault(s => s.Outcome is Outcome.Scored && s.Metric.StartsWith("retrieval-recall@", StringComparison.Ordinal))?.Detail);

    // Held against what the model was given; without passages, against the corpus.
    private static Cause? Claims(IReadOnlyDictionary<string, Score> scores)
    {
        var claims = ClaimFaults.Read(Scored(scores, "groundedness-passages") ?? Scored(scores, "groundedness-corpus"));
        return claims switch
        {
            { Contradicted: > 0 } => Cause.Contradicted,
            { Unsupported: > 0 } => Cause.Unsupported,
            _ => null,
        };
    }

    private static bool Lacks(IReadOnlyDictionary<string, Score> scores, string[] metrics) => metrics.Any(m => scores.GetValueOrDefault(m)?.Outcome is Outcome.NotScored);

    private static double? Value(IReadOnlyDictionary<string, Score> scores, string metric) => scores.GetValueOrDefault(metric)?.Value;

    private static Score? Scored(IReadOnlyDictionary<string, Score> scores, string metric) => scores.GetValueOrDefault(metric) is { Outcome: Outcome.Scored } score ? score : null;
}
