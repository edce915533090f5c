using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>One of the figures that points are weighed by.</summary>
/// <param name="Name">As in the summary: <c>cost-usd</c>, <c>latency-service-ms:p95</c>.</param>
/// <param name="LeftOut">Why it does not count here; absent when it does.</param>
public sealed record SweepAxis(string Name, Direction Direction, string? LeftOut)
{
    /// <summary>The value, turned so that lower is better.</summary>
    public double Loss(double value) => Direction is Direction.Lower ? value : -value;
}
