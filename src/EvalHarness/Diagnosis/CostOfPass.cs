using EvalHarness.Metrics;

namespace EvalHarness.Diagnosis;

/// <summary>United States dollars per correct answer: mean cost over mean correctness, both of the same rows.</summary>
/// <remarks>A ratio of means, never a mean of ratios: its interval is joint. Source: cost-of-pass, Erol et al. 2025, arXiv:2504.13359.</remarks>
public static class CostOfPass
{
    public const string Id = "cost-per-correct-usd";
    public const string Cost = "cost-usd";
    public const string Correctness = AnswerCorrectness.Id;

    /// <summary>Its definition holds those of both parts.</summary>
    public static Metric Metric(Metric cost, Metric correctness) => new(Id, Unit.Usd, Direction.Lower, $"1;{cost.DefinitionId};{correctness.DefinitionId}");

    /// <summary>A row's outcome from those of its parts; absent when either row is.</summary>
    public static Outcome? Combine(Outcome? cost, Outcome? correctness) => (cost, correctness) switch
    {
        (null, _) or (_, null) => null,
        (Outcome.Failed, _) or (_, Outcome.Failed) => Outcome.Failed,
        (Outcome.NotApplicable, _) or (_, Outcome.NotApplicable) => Outcome.NotApplicable,
        (Outcome.Scored, Outcome.Scored) => Outcome.Scored,
        _ => Outcome.NotScored,
    };
}
