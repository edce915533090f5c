using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The evidence that a body holds for one answer, or why it holds none.</summary>
public sealed class AnswerEvidence
{
    private readonly Func<IReadOnlyList<Metric>, IReadOnlyList<Score>>? without;

    private AnswerEvidence(IEvidence? evidence, Func<IReadOnlyList<Metric>, IReadOnlyList<Score>>? without) => (Evidence, this.without) = (evidence, without);

    /// <summary>Absent when there is none.</summary>
    public IEvidence? Evidence { get; }

    public static AnswerEvidence Of(IEvidence evidence) => new(evidence, without: null);

    /// <summary>The body has no meaning for this answer.</summary>
    public static AnswerEvidence NotApplicable(string reason) => new(evidence: null, metrics => metrics.NotApplicable(reason));

    /// <summary>It should be there and cannot be read.</summary>
    public static AnswerEvidence NotScored(string reason) => new(evidence: null, metrics => metrics.NotScored(reason));

    /// <summary>The scores where there is no evidence.</summary>
    public IReadOnlyList<Score> Without(IReadOnlyList<Metric> metrics) => without!(metrics);
}
