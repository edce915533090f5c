using EvalHarness.Statistics;

namespace EvalHarness.Reports.Live;

/// <summary>All runs of a folder, by experiment, the newest first.</summary>
public static class RunListPage
{
    /// <summary>Shown of one experiment; older ones are a link away.</summary>
    public const int Shown = 50;

    /// <param name="folder">As its owner calls it.</param>
    /// <param name="experiment">The only one that is shown, with all of its runs; absent for all experiments.</param>
    public static string Of(string folder, IReadOnlyList<ListedRun> runs, string? experiment)
    {
        var groups = runs.Where(r => experiment is null || r.Manifest.Name == experiment).GroupBy(r => r.Manifest.Name, StringComparer.Ordinal).ToList();
        var html = groups.Count == 0
            ? "<p class=\"note\">There is no run here yet. A run appears as soon as it has begun: evalharness run &lt;experiment&gt;.</p>"
            : string.Concat(groups.Select(g => Group(g.Key, [.. g], experiment is null ? Shown : int.MaxValue)));
        return LivePage.Of("/", $"EvalHarness · {folder}", experiment is null ? "Runs" : $"Runs of {experiment}", LivePage.Watched(runs.Any(r => r.IsUnderWay), html));
    }

    private static string Group(string name, IReadOnlyList<ListedRun> runs, int shown)
    {
        string[] pipelines = [.. runs.SelectMany(r => r.Manifest.Pipelines.Select(p => p.Name)).Distinct(StringComparer.Ordinal)];
        var metrics = runs.Select(r => r.Headlines).FirstOrDefault(h => h.Count > 0) ?? [];
        var caption = metrics.Count == 0 ? "Runs" : $"Each pipeline: {LiveHtml.Label(metrics[0])}{(metrics.Count > 1 ? $"; below it: {LiveHtml.Label(metrics[1])}" : "")}";
        var more = runs.Count > shown ? $"<p class=\"small\"><a href=\"/?experiment={Uri.EscapeDataString(name)}\">All {Figure.Count(runs.Count)} runs of {LiveHtml.Text(name)}</a></p>" : "";
        return $"<section><h2>{LiveHtml.Text(name)}</h2>{LiveHtml.Table(caption, ["Run", "State", .. pipelines], runs.Take(shown).Select(r => Row(r, pipelines, metrics)))}{more}</section>";
    }

    private static string Row(ListedRun run, IReadOnlyList<string> pipelines, IReadOnlyList<string> metrics) => string.Concat(
        $"<th scope=\"row\"><a href=\"{LivePage.Link(run.Id)}\">{LiveHtml.Text(run.Id)}</a><span class=\"n\">{LiveWords.Time(run.Manifest.StartedAt)} · {Figure.Count(run.Manifest.Dataset.Samples)} samples of {LiveHtml.Text(run.Manifest.Dataset.Split)}</span></th>",
        $"<td>{LiveHtml.Badges(run)}</td>",
        string.Concat(pipelines.Select(p => Cell(run, p, metrics))));

    private static string Cell(ListedRun run, string pipeline, IReadOnlyList<string> metrics)
    {
        var values = metrics.Take(2).Select(m => run.Figure(pipeline, m) is { Estimate: { } estimate } line ? Figure.Of(estimate.Value, line.Unit) : null).ToList();
        if (values.All(v => v is null))
            return "<td class=\"none\">–</td>";
        var beside = values.Count > 1 ? $"<span class=\"n\">{LiveHtml.Text(values[1] ?? "–")}</span>" : "";
        return $"<td><span class=\"value\">{LiveHtml.Text(values[0] ?? "–")}</span>{beside}</td>";
    }
}
