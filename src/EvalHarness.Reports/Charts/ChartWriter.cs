namespace EvalHarness.Reports.Charts;

/// <summary><c>charts/&lt;name&gt;.png</c> and <c>.svg</c>; a chart without data is left out.</summary>
public sealed class ChartWriter : IReportWriter
{
    public async Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, "charts"));
        foreach (var chart in ChartCatalog.Charts)
            await WriteAsync(chart, report, folder, cancellationToken);
    }

    internal static async Task WriteAsync(IChart chart, RunReport report, string folder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (chart.Draw(report) is not { } sheet)
            return;
        var charts = Directory.CreateDirectory(Path.Combine(folder, "charts")).FullName;
        await WriteAsync(Path.Combine(charts, chart.Name + ".png"), SheetImage.Png(sheet), cancellationToken);
        await WriteAsync(Path.Combine(charts, chart.Name + ".svg"), SheetImage.Svg(sheet), cancellationToken);
    }

    private static Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, stream => stream.WriteAsync(bytes, cancellationToken).AsTask());
}
