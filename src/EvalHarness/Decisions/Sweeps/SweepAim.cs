using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>What a sweep looks for.</summary>
/// <param name="Tolerance">How much worse than the best a cheaper point may be, in the objective's unit; 0 or more.</param>
/// <param name="Quantile">Of the times that are shown and weighed: <c>p95</c>.</param>
public sealed record SweepAim(Metric Objective, double Tolerance, string Quantile)
{
    public const double DefaultTolerance = 0.02;

    public const string DefaultQuantile = "p95";
}
