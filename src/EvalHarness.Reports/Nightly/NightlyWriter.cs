using System.Text;
using System.Text.Json;
using EvalHarness.Nightly;
using EvalHarness.Reports.Charts;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Nightly;

/// <summary>A history as files: <c>index.html</c>, <c>nightly.json</c>, <c>nightly.md</c> and <c>charts/</c>; the last night stands in its run's folder too.</summary>
public static class NightlyWriter
{
    /// <param name="nights">At least one, in their order.</param>
    /// <param name="folder">The history's.</param>
    /// <param name="runFolder">The last night's run; absent when it left none.</param>
    public static async Task WriteAsync(IReadOnlyList<Night> nights, string folder, string? runFolder, CancellationToken cancellationToken)
    {
        List<(string, string, string)> images = [];
        var charts = Directory.CreateDirectory(Path.Combine(folder, "charts")).FullName;
        foreach (var (name, sheet) in NightlyCharts.Of([.. nights.Where(n => n.IsValid)]))
        {
            var svg = SheetImage.Svg(sheet);
            await WriteAsync(Path.Combine(charts, name + ".svg"), svg, cancellationToken);
            await WriteAsync(Path.Combine(charts, name + ".png"), SheetImage.Png(sheet), cancellationToken);
            images.Add((sheet.Title, sheet.AltText, "data:image/svg+xml;base64," + Convert.ToBase64String(svg)));
        }

        var json = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(nights[^1], RunJson.Indented) + "\n");
        await WriteAsync(Path.Combine(folder, "nightly.json"), json, cancellationToken);
        if (runFolder is not null)
            await WriteAsync(Path.Combine(runFolder, "nightly.json"), json, cancellationToken);
        await WriteAsync(Path.Combine(folder, "nightly.md"), Encoding.UTF8.GetBytes(NightlyMarkdown.Of(nights[^1])), cancellationToken);
        await WriteAsync(Path.Combine(folder, "index.html"), Encoding.UTF8.GetBytes(new NightlyPage(nights, images).Html()), cancellationToken);
    }

    private static Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, stream => stream.WriteAsync(bytes, cancellationToken).AsTask());
}
