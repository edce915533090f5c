using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>How a pipeline is drawn: its colour, and a shape for those who do not see colours.</summary>
internal sealed class PipelineMarks(IReadOnlyList<string> pipelines)
{
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown, MarkerShape.Eks, MarkerShape.Cross];

    private readonly PipelineColours colours = new(pipelines);

    public Color ColorOf(string pipeline) => Color.FromHex(colours.HexOf(pipeline));

    public MarkerStyle Of(string pipeline, float size = 9)
    {
        var shape = Shapes[colours.PlaceOf(pipeline) % Shapes.Length];
        return new MarkerStyle(shape, size, ColorOf(pipeline)) { FillColor = ColorOf(pipeline), LineWidth = shape is MarkerShape.Eks or MarkerShape.Cross ? 2.5f : 0 };
    }

    public IReadOnlyList<LegendEntry> Legend() => [.. pipelines.Select(p => new LegendEntry(p, ChartFont.Shorten(p, 13, 2 * ChartStyle.MostLabelWidth), Of(p)))];
}
