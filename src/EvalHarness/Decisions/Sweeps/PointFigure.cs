using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>One figure of a point, for people and files.</summary>
/// <param name="Name">With the quantile where it is one.</param>
/// <param name="Slice"><c>all</c> or <c>tag=value</c>.</param>
/// <param name="Estimate">Absent when no row has a value.</param>
/// <param name="Applicable">Rows on which it has a meaning.</param>
public sealed record PointFigure(string Name, string Slice, Unit Unit, Estimate? Estimate, int Scored, int Applicable);
