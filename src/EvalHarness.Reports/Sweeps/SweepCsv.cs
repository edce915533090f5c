using EvalHarness.Decisions.Sweeps;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Sweeps;

/// <summary><c>sweep.csv</c>: a line per point, figure and slice, with the point's parameters in columns of their own.</summary>
internal static class SweepCsv
{
    public static Task WriteAsync(SweepResult result, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, "sweep.csv"), Columns(result), result.Choice.Points.SelectMany(p => p.Figures.Select(f => (p, f))), cancellationToken);

    private static TableColumns<(PointResult Point, PointFigure Figure)> Columns(SweepResult result)
    {
        var columns = new TableColumns<(PointResult Point, PointFigure Figure)>().Text("run", _ => result.Run).Text("point", row => row.Point.Point.Name);
        foreach (var (index, parameter) in result.Grid.Parameters.Index())
            columns.Text(parameter, row => row.Point.Point.Values[index]);
        return columns
            .Text("metric", row => row.Figure.Name)
            .Text("slice", row => row.Figure.Slice)
            .Number("estimate", row => row.Figure.Estimate?.Value)
            .Number("low", row => row.Figure.Estimate?.Low)
            .Number("high", row => row.Figure.Estimate?.High)
            .Count("n", row => row.Figure.Scored)
            .Text("on_front", row => row.Point.IsOnFront ? "true" : "false")
            .Text("chosen", row => row.Point.Point == result.Choice.Chosen ? "true" : "false");
    }
}
