using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>What a sweep looks for.</summary>
/// <param name="Tolerance">How much worse than the best a cheaper point may be, in the objective's unit; 0 or more.</param>
/// <param name="Quantile">Of the times that are shown and weighed: <c>p95</c>.</param>
public sealed record SweepAim(Metric Objective, double Tolerance, string Quantile)
{
    public const string DefaultQuantile = "p95";

    /// <summary>Two points of a rate or share; of what has no bounds nobody can say beforehand what is little, and nothing is tolerated.</summary>
    public static double DefaultTolerance(Metric objective) => ValueRange.Of(objective.Unit) is null ? 0 : 0.02;
}
