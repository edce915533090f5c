using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>How a guardrail behaves on rows like these, found by simulation.</summary>
/// <param name="By"><c>label-swap</c>: clusters are drawn anew and the two sides swapped at random; <c>split-repeats</c>: the candidate's own repeats, divided at random.</param>
/// <param name="Margin">In the metric's unit.</param>
/// <param name="FalsePromote">The share that passes though the candidate is worse by exactly the margin; absent where rows cannot be made worse by it.</param>
/// <param name="Power">The share that passes when both sides are equal.</param>
/// <param name="Inconclusive">The share that stays open when both sides are equal.</param>
/// <param name="FalseReject">The share that fails when both sides are equal.</param>
public sealed record SelfTestLine(string Experiment, string Metric, string Slice, string By, int N, int Clusters, double Margin, double Alpha, int Simulations, double? FalsePromote, double Power, double Inconclusive, double FalseReject)
{
    /// <summary>Two-sided at 95 %: half the width of a share's interval from so many simulations.</summary>
    public double MonteCarloError(double share) => Probability.NormalReach(0.95) * Math.Sqrt(Math.Max(share * (1 - share), 1.0 / Simulations) / Simulations);

    /// <summary>Whether false promotions stay within α, but for Monte-Carlo error.</summary>
    public bool Holds => FalsePromote is null || FalsePromote <= Alpha + MonteCarloError(Alpha);
}
