using System.Text;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Reports.Charts;

namespace EvalHarness.Reports.Sweeps;

/// <summary>A sweep as files beside its run: <c>sweep.json</c>, <c>sweep.csv</c>, <c>sweep.md</c>, <c>charts/pareto.png</c> and <c>.svg</c>.</summary>
public static class SweepWriter
{
    /// <param name="folder">The run's; it exists.</param>
    public static async Task WriteAsync(SweepResult result, string folder, CancellationToken cancellationToken)
    {
        await WriteAsync(Path.Combine(folder, SweepFile.Name), Encoding.UTF8.GetBytes(SweepFile.Text(result)), cancellationToken);
        await SweepCsv.WriteAsync(result, folder, cancellationToken);
        await WriteAsync(Path.Combine(folder, "sweep.md"), Encoding.UTF8.GetBytes(SweepMarkdown.Text(result)), cancellationToken);
        if (ParetoChart.Draw(result) is not { } sheet)
            return;
        var charts = Directory.CreateDirectory(Path.Combine(folder, "charts")).FullName;
        await WriteAsync(Path.Combine(charts, "pareto.png"), SheetImage.Png(sheet), cancellationToken);
        await WriteAsync(Path.Combine(charts, "pareto.svg"), SheetImage.Svg(sheet), cancellationToken);
    }

    private static Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, stream => stream.WriteAsync(bytes, cancellationToken).AsTask());
}
