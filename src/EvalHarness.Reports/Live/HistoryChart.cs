using EvalHarness.Reports.Charts;

namespace EvalHarness.Reports.Live;

/// <summary>Headline figures run by run, a panel per metric and a line per pipeline.</summary>
internal static class HistoryChart
{
    private const int Columns = 2;

    /// <param name="runs">Of one series, the oldest first.</param>
    /// <returns>Absent when nothing has a value.</returns>
    public static Sheet? Draw(IReadOnlyList<ListedRun> runs)
    {
        string[] pipelines = [.. runs.SelectMany(r => r.Manifest.Pipelines.Select(p => p.Name)).Distinct(StringComparer.Ordinal)];
        var marks = new PipelineMarks(pipelines);
        List<Panel> panels = [.. runs[^1].Headlines.Select(metric => Draw(runs, metric, pipelines, marks)).OfType<Panel>()];
        return panels.Count == 0 ? null : new Sheet
        {
            Title = "Run by run",
            Subtitle = $"{runs.Count} runs from {LiveWords.Time(runs[0].Manifest.StartedAt)} to {LiveWords.Time(runs[^1].Manifest.StartedAt)}, numbered from the oldest.",
            AltText = $"Run by run: {string.Join(", ", panels.Select(p => p.Title))}.",
            Legend = marks.Legend(),
            Rows = [.. panels.Chunk(Columns)],
        };
    }

    private static Panel? Draw(IReadOnlyList<ListedRun> runs, string metric, IReadOnlyList<string> pipelines, PipelineMarks marks)
    {
        List<TrendLine> lines = [.. pipelines.SelectMany(p => Lines(runs, metric, p).Select(points => new TrendLine(p, marks.ColorOf(p), points)))];
        return lines.Count == 0 ? null : TrendPanel.Draw(LiveHtml.Label(metric), "", Unit(runs, metric), lines, threshold: null, onset: null, alarm: null);
    }

    // Values of unlike rows or definitions are not joined.
    private static IEnumerable<IReadOnlyList<(int, double)>> Lines(IReadOnlyList<ListedRun> runs, string metric, string pipeline) =>
        from run in runs.Index()
        let line = run.Item.Figure(pipeline, metric)
        where line?.Estimate is not null
        group (run.Index + 1, line!.Estimate!.Value) by (run.Item.Manifest.Dataset.Hash, run.Item.Manifest.Dataset.Samples, line!.DefinitionId) into alike
        select (IReadOnlyList<(int, double)>)[.. alike];

    private static Metrics.Unit Unit(IReadOnlyList<ListedRun> runs, string metric) => runs.SelectMany(r => r.Summary).First(s => s.Metric == metric).Unit;
}
