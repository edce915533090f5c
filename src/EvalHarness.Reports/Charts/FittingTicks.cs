using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>Ticks from the densest of several choices whose labels do not touch.</summary>
/// <param name="choices">For the axis's range, the densest first; the last is taken when none fits.</param>
internal sealed class FittingTicks(IReadOnlyList<Func<CoordinateRange, Tick[]>> choices) : ITickGenerator
{
    private const float LeastGap = 14;
    private const float LineHeight = 24;

    public Tick[] Ticks { get; set; } = [];

    public int MaxTickCount { get; set; } = 100;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        var ticks = choices.Select(choice => choice(range)).ToList();
        Ticks = ticks.FirstOrDefault(t => HaveRoom(t, range, edge, size.Length)) ?? ticks[^1];
    }

    private static bool HaveRoom(Tick[] ticks, CoordinateRange range, Edge edge, float pixels) => ticks.Zip(ticks.Skip(1)).All(pair =>
        (pair.Second.Position - pair.First.Position) / range.Length * pixels > (edge is Edge.Left or Edge.Right ? LineHeight : LeastGap + (Width(pair.First) / 2) + (Width(pair.Second) / 2)));

    private static float Width(Tick tick) => ChartFont.Width(tick.Label, ChartStyle.TextSize);
}
