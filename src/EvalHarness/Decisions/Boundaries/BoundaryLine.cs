using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>How two arms differ along one circumstance, before a range is chosen.</summary>
internal sealed record BoundaryLine(BoundaryParameter Parameter, Arm First, Arm Second, LinearDifference Difference, double? Given, Badge Badge, int N);
