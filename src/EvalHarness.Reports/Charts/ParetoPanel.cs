using EvalHarness.Decisions.Sweeps;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>The objective against one other figure, a mark per point, and the front of the two.</summary>
internal static class ParetoPanel
{
    private const float Height = 420;
    private const float Left = 56;
    private const float Right = 20;
    private const double FarApart = 12;

    /// <param name="panels">How many share the width.</param>
    public static Panel Draw(SweepResult result, SweepAxis axis, int panels)
    {
        var plot = ChartStyle.Plot(new PixelPadding(Left, Right, 44, 4));
        List<(PointResult Point, Estimate Across, Estimate Up)> points =
        [
            .. from point in result.Choice.Points
               let x = point.Figure(axis.Name)?.Estimate
               let y = point.Figure(result.Aim.Objective.Id)?.Estimate
               where x is not null && y is not null
               select (point, x, y),
        ];
        var across = Across(result.Choice.Points[0].Figure(axis.Name)!.Unit, [.. points.Select(p => p.Across.Value)]);
        var up = Up(result.Aim.Objective.Unit, [.. points.SelectMany(p => p.Up.Places())]);
        across.Apply(plot.Axes.Bottom);
        up.Apply(plot.Axes.Left);
        plot.Grid.YAxisStyle.IsVisible = true;
        plot.Axes.Bottom.Label.Text = MetricCatalogue.For(axis.Name).Label + (across.IsLog ? ", log scale" : "");
        foreach (var (point, x, y) in points)
            AddInterval(plot, across.At(x.Value), y, PointMarks.Of(point, result.Choice).FillColor);
        AddFront(plot, across, axis, result.Aim.Objective, [.. points.Select(p => (p.Across.Value, p.Up.Value))]);
        PointLabels labels = new(plot, across, up, PlotWidth(panels), Height - 48);
        foreach (var (point, x, y) in points)
        {
            plot.AddMark(across.At(x.Value), y.Value, PointMarks.Of(point, result.Choice));
            labels.KeepClear(across.At(x.Value), y.Value);
        }

        // The chosen one's label first: it has the choice of places.
        foreach (var (point, x, y) in points.OrderByDescending(p => p.Point.Point == result.Choice.Chosen).ThenByDescending(p => p.Point.IsOnFront))
            labels.Add(PointMarks.Label(point.Point, result.Grid), across.At(x.Value), y.Value);
        return new Panel(MetricCatalogue.For(result.Aim.Objective, result.Aim.Objective.Id).Label, $"against {MetricCatalogue.For(axis.Name).Label.ToLowerInvariant()}", plot, Height);
    }

    private static float PlotWidth(int panels) => ((Sheet.Width - 48 - (26 * (panels - 1))) / panels) - Left - Right;

    // Close up: what differs little must be told apart; at the edges there is room for names.
    private static Scale Across(Unit unit, IReadOnlyList<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        if (low > 0 && high / low >= FarApart)
            return Scale.Log(unit, values);
        var room = high > low ? 0.17 * (high - low) : 0.1 * Math.Max(Math.Abs(high), 1e-9);
        return new Scale(unit, low - room, high + room);
    }

    private static Scale Up(Unit unit, IReadOnlyList<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var room = high > low ? 0.06 * (high - low) : 0.05 * Math.Max(Math.Abs(high), 1e-9);
        return new Scale(unit, low - room, high + room);
    }

    private static void AddInterval(Plot plot, double x, Estimate y, Color color)
    {
        if (y is not { Low: { } low, High: { } high })
            return;
        var line = plot.Add.Line(x, low, x, high);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (color.InterpolateRgb(Colors.White, 0.68), 1.4f, 0);
    }

    // From the best of the one to the best of the other; what lies on its far side is beaten.
    private static void AddFront(Plot plot, Scale across, SweepAxis axis, Metric objective, IReadOnlyList<(double X, double Y)> points)
    {
        var onFront = ParetoFront.Of([.. points.Select(p => (double[])[axis.Loss(p.X), objective.Direction is Direction.Higher ? -p.Y : p.Y])]);
        Coordinates[] front = [.. points.Zip(onFront).Where(p => p.Second).Select(p => new Coordinates(across.At(p.First.X), p.First.Y)).OrderBy(p => p.X)];
        if (front.Length < 2)
            return;
        var line = plot.Add.ScatterLine(front, ChartStyle.Ink);
        (line.LineWidth, line.ConnectStyle) = (1.3f, axis.Direction is Direction.Lower ? ConnectStyle.StepHorizontal : ConnectStyle.StepVertical);
    }
}
