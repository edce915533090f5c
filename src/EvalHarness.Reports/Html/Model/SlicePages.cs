using EvalHarness.Comparisons;
using EvalHarness.Reports.Html.Rows;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Html.Model;

/// <summary>The tables of figures and comparisons, per slice.</summary>
internal sealed class SlicePages(RunReport report, IReadOnlyList<string> names)
{
    private readonly Dictionary<string, int> placeOfName = Places(names);
    private readonly Dictionary<string, int> placeOfPipeline = Places(report.Pipelines);

    public IReadOnlyList<SliceEntry> Make()
    {
        var summaries = report.Summaries.ToLookup(s => s.Slice);
        var comparisons = report.Comparisons.ToLookup(c => c.Slice);
        return [.. summaries.Select(slice => new SliceEntry(slice.Key, Figures(slice), [.. comparisons[slice.Key].Select(Compare)]))];
    }

    private IReadOnlyList<FigureEntry?>[] Figures(IEnumerable<MetricSummary> slice)
    {
        var figures = names.Select(_ => new FigureEntry?[report.Pipelines.Count]).ToArray();
        foreach (var summary in slice)
            figures[placeOfName[summary.Name]][placeOfPipeline[summary.Pipeline]] = EntryOf(summary);
        return figures;
    }

    private static FigureEntry EntryOf(MetricSummary summary)
    {
        var unit = summary.Metric.Unit;
        var value = summary.Estimate is { } some ? Figure.Of(some.Value, unit) : null;
        var interval = summary.Estimate is { } estimate ? Figure.Interval(estimate, unit) : null;
        return new FigureEntry(value, interval, summary.Counts.Scored, summary.Counts.Applicable, CountWords.Missing(summary.Counts));
    }

    private ComparisonEntry Compare(PairedComparison comparison)
    {
        var (difference, unit) = (comparison.Difference, comparison.Metric.Unit);
        return new ComparisonEntry(
            placeOfName[comparison.Metric.Id],
            placeOfPipeline[comparison.Candidate],
            comparison.Finding() switch { Finding.Better => "better", Finding.Worse => "worse", _ => "open" },
            FindingWords.Of(comparison),
            difference is null ? null : Figure.OfDifference(difference.Value, unit),
            difference is null ? null : Figure.IntervalOfDifference(difference, unit),
            (comparison.PAdjusted ?? comparison.P) is { } p ? Figure.P(p) : null,
            comparison.Wins,
            comparison.Losses,
            comparison.N,
            difference is null ? null : [Drawn(difference.Value), Drawn(difference.Low), Drawn(difference.High)]);
    }

    private static double? Drawn(double? end) => end is { } value ? Rounded.To(value, 4) : null;

    private static Dictionary<string, int> Places(IReadOnlyList<string> names) =>
        names.Select((name, place) => (name, place)).ToDictionary(n => n.name, n => n.place, StringComparer.Ordinal);
}
