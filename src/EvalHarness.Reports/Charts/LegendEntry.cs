using ScottPlot;

namespace EvalHarness.Reports.Charts;

internal sealed record LegendEntry(string Text, MarkerStyle Marker);
