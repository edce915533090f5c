using EvalHarness.Reports.Charts;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Live;

/// <summary>The headline figures of experiments over their finished runs, drawn and as a table.</summary>
public static class TrendsPage
{
    /// <param name="runs">The newest first.</param>
    public static string Of(IReadOnlyList<ListedRun> runs)
    {
        var series = runs.Where(r => r.IsFinished && r.Summary.Count > 0).GroupBy(r => r.Series, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => (ListedRun[])[.. g.Reverse()]);
        var html = string.Concat(series.Select(Section));
        return LivePage.Of("/trends", "EvalHarness", "Trends", html.Length > 0 ? html : "<p class=\"note\">A trend needs two finished runs of one experiment on one file and split.</p>");
    }

    /// <param name="runs">Of one series, the oldest first.</param>
    private static string Section(ListedRun[] runs)
    {
        var chart = HistoryChart.Draw(runs) is { } sheet
            ? $"<img alt=\"{LiveHtml.Text(sheet.AltText)} The table below has the same numbers.\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(SheetImage.Svg(sheet))}\">"
            : "";
        return $"<section><h2>{LiveHtml.Text(runs[0].Series)}</h2><p class=\"small\">A line joins runs on the same rows that were scored alike; where the data or a definition changed it is broken. Whether a difference is more than chance is told by a comparison.</p>{chart}{string.Concat(runs[^1].Headlines.Select(m => Table(runs, m)))}</section>";
    }

    private static string Table(ListedRun[] runs, string metric)
    {
        string[] pipelines = [.. runs.SelectMany(r => r.Manifest.Pipelines.Select(p => p.Name)).Distinct(StringComparer.Ordinal)];
        var rows = runs.Index().Reverse().Select(r => $"<th scope=\"row\">{r.Index + 1}. <a href=\"{LivePage.Link(r.Item.Id)}\">{LiveHtml.Text(r.Item.Id)}</a></th>{string.Concat(pipelines.Select(p => LiveHtml.Cell(r.Item.Figure(p, metric))))}");
        return $"<details><summary>{LiveHtml.Text(LiveHtml.Label(metric))}</summary>{LiveHtml.Table($"{LiveHtml.Label(metric)}, {Figure.Count(runs.Length)} runs", ["Run", .. pipelines], rows)}</details>";
    }
}
