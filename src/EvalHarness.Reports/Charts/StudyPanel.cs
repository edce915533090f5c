using EvalHarness.Decisions.Studies;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalHarness.Reports.Charts;

/// <summary>One study: a dot with its interval for every setting, by the measure that decides.</summary>
internal static class StudyPanel
{
    private const float RowHeight = 23;
    private const float AxisHeight = 24;

    // Settings say more than names of pipelines.
    private const float MostLabelWidth = 2 * ChartStyle.MostLabelWidth;

    /// <summary>What the labels of a study take.</summary>
    public static float LabelWidth(Study study, StudyResults results) => Names(study, results).Max(n => ChartFont.Width(n, ChartStyle.TextSize));

    /// <param name="study">At least one point has a value of its first measure.</param>
    /// <param name="labels">Their width, the same for all panels, so that axes stand below each other.</param>
    public static Panel Draw(Study study, StudyResults results, PipelineMarks marks, float labels)
    {
        var points = study.Points.Where(p => p.Figures.Count > 0).ToList();
        var names = Names(study, results);
        string[] numbers = [.. points.Select(p => p.Figures[0] is { Estimate: { } e, Unit: var unit } ? $"{Figure.Of(e.Value, unit)} {StudyWords.Shown(p) switch { "better" => "↑", "worse" => "↓", _ => "" }}" : "–")];
        var plot = ChartStyle.Plot(new PixelPadding(labels + 10, numbers.Max(n => ChartFont.Width(n, ChartStyle.TextSize)) + 14, AxisHeight, 2));
        Axes(plot, names, numbers);

        var shown = points.Index().Where(p => p.Item.Figures[0].Estimate is not null).ToList();
        var scale = Scale.For(points[0].Figures[0].Unit, [.. shown.SelectMany(p => p.Item.Figures[0].Estimate!.Places())]);
        scale.Apply(plot.Axes.Bottom);
        foreach (var (index, point) in shown)
            plot.AddInterval(point.Figures[0].Estimate!, points.Count - 1 - index, scale, marks.Of(study.Pipeline));
        return new Panel($"{study.Kind.Title}: {study.Pipeline}", "", plot, (points.Count * RowHeight) + AxisHeight, labels);
    }

    private static string[] Names(Study study, StudyResults results) =>
        [.. study.Points.Where(p => p.Figures.Count > 0).Select(p => ChartFont.Shorten(StudyWords.Setting(p, study, results), ChartStyle.TextSize, MostLabelWidth))];

    private static void Axes(Plot plot, string[] names, string[] numbers)
    {
        double[] rows = [.. names.Select((_, i) => (double)(names.Length - 1 - i))];
        foreach (var axis in new[] { plot.Axes.Left, plot.Axes.Right })
            plot.Axes.SetLimitsY(-0.6, names.Length - 0.4, axis);
        plot.Axes.Left.TickGenerator = new NumericManual(rows, names);
        plot.Axes.Right.TickGenerator = new NumericManual(rows, numbers);
        plot.Axes.Right.TickLabelStyle.ForeColor = ChartStyle.Muted;
    }
}
