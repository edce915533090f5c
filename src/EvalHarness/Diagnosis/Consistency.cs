using EvalHarness.Metrics;

namespace EvalHarness.Diagnosis;

/// <summary>The metrics of a sample's planned repeats taken together: how often right, how alike, and how much of the spread is chance.</summary>
/// <remarks>
/// <c>pass@k</c>: right at least once in k, Chen et al. 2021, arXiv:2107.03374. <c>pass^k</c>: right every time, tau-bench, Yao et al. 2024, arXiv:2406.12045. Both have k = the planned repeats.
/// Agreement: the share of pairs of repeats that are alike; a repeat without an answer is like no other. Variances are of <c>answer-correctness</c>, a random-effects analysis with one factor.
/// </remarks>
/// <param name="Repeats">Planned answers per sample; with one, nothing here is applicable.</param>
/// <param name="Correctness">What success is read from.</param>
/// <param name="Reader">What the reading of replies depends on.</param>
public sealed record Consistency(int Repeats, Metric Correctness, string Reader)
{
    public Metric PassAtK { get; } = new($"pass@{Repeats}", Unit.YesNo, Direction.Higher, $"1;{Correctness.DefinitionId}");

    public Metric PassEveryTime { get; } = new($"pass^{Repeats}", Unit.YesNo, Direction.Higher, $"1;{Correctness.DefinitionId}");

    public Metric FormatAgreement { get; } = new("format-agreement", Unit.Ratio, Direction.Higher, "1");

    public Metric AnswerAgreement { get; } = new("answer-agreement", Unit.Ratio, Direction.Higher, $"1 {LikeAnswers.Definition} {Reader}");

    /// <summary>Of one repeat about its sample's mean.</summary>
    public Metric VarianceWithin { get; } = new("variance-within", Unit.Number, Direction.Lower, $"1;{Correctness.DefinitionId}");

    /// <summary>Of the samples' true means: no property of one sample, so it is estimated from all of them.</summary>
    public Metric VarianceBetween { get; } = new("variance-between", Unit.Number, Direction.Lower, $"1;{Correctness.DefinitionId}");

    /// <summary>A sample's mean correctness, which variance between samples is made of.</summary>
    public Metric Mean => Correctness;

    /// <summary>Those that each sample has a value of.</summary>
    public IReadOnlyList<Metric> PerSample => [PassAtK, PassEveryTime, FormatAgreement, AnswerAgreement, VarianceWithin];
}
