namespace EvalHarness.Reports.Html.Model;

/// <summary>The charts of a run's folder, as images that need no file.</summary>
internal static class ChartImages
{
    public static IReadOnlyList<ChartImage> In(string folder)
    {
        var charts = Path.Combine(folder, "charts");
        return Directory.Exists(charts)
            ? [.. Directory.EnumerateFiles(charts, "*.png").Order(StringComparer.Ordinal).Select(Read)]
            : [];
    }

    private static ChartImage Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Replace('-', ' ');
        return new ChartImage(name, $"Chart: {name}", "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(file)));
    }
}
