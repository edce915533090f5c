namespace EvalHarness.Reports.Charts;

/// <summary>Several metrics as panels of dots with intervals.</summary>
/// <param name="metrics">In the order of the panels; those that a report does not have are left out.</param>
internal sealed class IntervalChart(string name, string title, int columns, params IReadOnlyList<string> metrics) : IChart
{
    public string Name => name;

    public Sheet? Draw(RunReport report)
    {
        var shown = metrics.SelectMany(m => NamesOf(report, m)).Where(n => report.Estimated(n).Count > 0).ToList();
        if (shown.Count == 0)
            return null;
        return new Sheet
        {
            Title = title,
            Subtitle = $"{report.Questions()}. Dots with {report.Confidence(shown[0])} intervals; behind them the estimate and rows scored / all rows.",
            AltText = $"{title}: dots with intervals. " + string.Join(" ", shown.Select(n => $"{Wording.MetricCatalogue.For(n).Label}: {report.Estimated(n).InWords()}.")),
            Rows = Rows(report, shown, columns),
            Badges = report.BadgesFor(shown),
            Note = shown.SelectMany(n => report.Estimated(n)).Note(),
        };
    }

    public static IReadOnlyList<IReadOnlyList<Panel>> Rows(RunReport report, IReadOnlyList<string> names, int columns) =>
        [.. names.Chunk(columns).Select(row => row.Index().Select(n => IntervalPanel.Draw(report, n.Item, withLabels: n.Index == 0)).ToList())];

    /// <summary>A name that ends in @ stands for every cut that the report has: <c>retrieval-recall@</c>.</summary>
    private static IEnumerable<string> NamesOf(RunReport report, string metric) =>
        metric.EndsWith('@')
            ? report.Summaries.Select(s => s.Name).Where(n => n.StartsWith(metric, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            : [metric];
}
