using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>One line of a trend: a value a night; nights without one are left out.</summary>
/// <param name="Points">Night and value, in their order.</param>
internal sealed record TrendLine(string Name, Color Color, IReadOnlyList<(int Night, double Value)> Points);
