using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>What all plots look like.</summary>
internal static class ChartStyle
{
    public const float TextSize = 12;

    /// <summary>Longer names are cut: the plot needs the room.</summary>
    public const float MostLabelWidth = 170;

    public static readonly Color Ink = Color.FromHex("#1F2328");
    public static readonly Color Muted = Color.FromHex("#59636E");
    public static readonly Color Rule = Color.FromHex("#E3E6EA");
    public static readonly Color Warning = Color.FromHex("#8A4600");

    /// <summary>Vertical rules only, no frame but the line below, room around as given.</summary>
    public static Plot Plot(PixelPadding padding)
    {
        var plot = new Plot();
        plot.Layout.Fixed(padding);
        // A sheet has several plots on one canvas.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = Rule;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.HideLegend();
        foreach (var axis in plot.Axes.GetAxes())
            Style(axis);
        plot.Axes.Bottom.FrameLineStyle.Color = Muted;
        plot.Axes.Bottom.FrameLineStyle.Width = 1;
        return plot;
    }

    private static void Style(IAxis axis)
    {
        axis.FrameLineStyle.Width = 0;
        axis.MajorTickStyle.Length = 0;
        axis.MinorTickStyle.Length = 0;
        axis.TickLabelStyle.FontName = ChartFont.Family;
        axis.TickLabelStyle.FontSize = TextSize;
        axis.TickLabelStyle.ForeColor = Ink;
        // Half a line lower: the library centres capitals with their descenders.
        axis.TickLabelStyle.OffsetY = 2;
        axis.Label.FontName = ChartFont.Family;
        axis.Label.FontSize = TextSize;
        axis.Label.Bold = false;
        axis.Label.ForeColor = Muted;
    }
}
