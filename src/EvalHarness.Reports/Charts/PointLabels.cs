using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>Writes names beside marks, each where it covers no other one; a name without such a place is left to the table.</summary>
/// <param name="width">Of the plot's data area, in pixels.</param>
internal sealed class PointLabels(Plot plot, Scale across, Scale up, float width, float height)
{
    private const float Size = 11;
    private const float Line = 14;
    private const float Distance = 9;
    private const float Mark = 6;

    private readonly List<PixelRect> taken = [];

    /// <summary>No name is written over this mark.</summary>
    /// <param name="x">In the plot's coordinates.</param>
    public void KeepClear(double x, double y)
    {
        var at = At(x, y);
        taken.Add(new PixelRect(at.X - Mark, at.X + Mark, at.Y + Mark, at.Y - Mark));
    }

    /// <param name="x">In the plot's coordinates.</param>
    public void Add(string text, double x, double y)
    {
        var (at, wide) = (At(x, y), ChartFont.Width(text, Size));
        foreach (var (dx, dy) in Places(wide))
        {
            PixelRect box = new(at.X + dx, at.X + dx + wide, at.Y + dy + Line, at.Y + dy);
            if (box.Left < 0 || box.Right > width || box.Top < 0 || box.Bottom > height || taken.Exists(t => Overlap(t, box)))
                continue;
            taken.Add(box);
            Write(text, x, y, dx, dy);
            return;
        }
    }

    private Pixel At(double x, double y) =>
        new((float)((x - across.Low) / (across.High - across.Low)) * width, height - ((float)((y - up.Low) / (up.High - up.Low)) * height));

    // The upper left corner, from the mark: off the line of the front where there is room.
    private static (float X, float Y)[] Places(float wide) =>
    [
        (Distance, -Line - 2), (-Distance - wide, -Line - 2), (Distance, 2), (-Distance - wide, 2), (Distance, -Line / 2), (-Distance - wide, -Line / 2), (-wide / 2, -Distance - Line), (-wide / 2, Distance), (Distance, -(2 * Line) - 2), (Distance, Line + 2),
    ];

    private static bool Overlap(PixelRect one, PixelRect other) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private void Write(string text, double x, double y, float dx, float dy)
    {
        var label = plot.Add.Text(text, x, y);
        (label.LabelFontName, label.LabelFontSize, label.LabelFontColor, label.LabelAlignment) = (ChartFont.Family, Size, ChartStyle.Ink, Alignment.UpperLeft);
        (label.OffsetX, label.OffsetY) = (dx, dy);
    }
}
