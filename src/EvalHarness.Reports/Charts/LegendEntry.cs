using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <param name="Of">What it stands for: a pipeline, a bin.</param>
/// <param name="Text">Short enough to be shown.</param>
internal sealed record LegendEntry(string Of, string Text, MarkerStyle Marker);
