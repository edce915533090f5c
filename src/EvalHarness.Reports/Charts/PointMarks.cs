using EvalHarness.Decisions.Sweeps;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>How a point of a sweep is drawn: shape and filling tell what the colour tells.</summary>
internal static class PointMarks
{
    // What fits beside a mark.
    private const int LongestLabel = 22;

    // Okabe and Ito's vermilion and blue.
    private static readonly Color ChosenColor = Color.FromHex("#D55E00");
    private static readonly Color FrontColor = Color.FromHex("#0072B2");

    public static IReadOnlyList<LegendEntry> Legend { get; } =
    [
        new("chosen", "chosen", Chosen(11)),
        new("front", "on the front", OnFront(10)),
        new("other", "not on the front", Other(10)),
    ];

    public static MarkerStyle Of(PointResult point, SweepChoice choice) =>
        point.Point == choice.Chosen ? Chosen(15) : point.IsOnFront ? OnFront(11) : Other(11);

    /// <summary>Whether labels are the values of the parameters: in a grid, whose parameters stand in the subtitle.</summary>
    public static bool IsLabelledByValue(SweepGrid grid) => grid.Points.All(p => p.IsUnvaried || p.Values.All(v => v is not null && v.Length < LongestLabel / grid.Parameters.Count));

    public static string Label(SweepPoint point, SweepGrid grid)
    {
        var label = IsLabelledByValue(grid) ? string.Join(" · ", point.Values.Select(v => v ?? "default")) : point.Name;
        return (label.Length > LongestLabel ? $"{label[..LongestLabel]}…" : label) + (point.IsUnvaried ? " *" : "");
    }

    private static MarkerStyle Chosen(float size) => new(MarkerShape.FilledDiamond, size, ChosenColor) { FillColor = ChosenColor };

    private static MarkerStyle OnFront(float size) => new(MarkerShape.FilledCircle, size, FrontColor) { FillColor = FrontColor };

    private static MarkerStyle Other(float size) => new(MarkerShape.OpenCircle, size, ChartStyle.Muted) { FillColor = ChartStyle.Muted, LineColor = ChartStyle.Muted, LineWidth = 1.6f };
}
