using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>How many times as much one arm costs, takes or reads as another.</summary>
/// <param name="Ratio">Above / below: 4 is four times as much. Its high end is absent where the lower mean cannot be told from 0.</param>
public sealed record RatioLine(Metric Metric, Arm Above, Arm Below, Estimate Ratio, Badge Badge);
