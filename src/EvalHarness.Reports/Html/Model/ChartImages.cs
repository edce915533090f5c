using EvalHarness.Reports.Charts;

namespace EvalHarness.Reports.Html.Model;

/// <summary>The charts of a run's folder, as images that need no file.</summary>
internal static class ChartImages
{
    /// <summary>Those that the report has and the folder holds: a page without charts is still a page.</summary>
    public static IReadOnlyList<ChartImage> Of(RunReport report, string folder) =>
    [
        .. from chart in ChartCatalog.Of(report)
           let file = Path.Combine(folder, "charts", chart.Name + ".svg")
           where File.Exists(file)
           select new ChartImage(chart.Title, chart.AltText, "data:image/svg+xml;base64," + Convert.ToBase64String(File.ReadAllBytes(file))),
    ];
}
