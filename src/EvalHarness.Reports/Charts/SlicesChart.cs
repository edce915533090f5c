using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Charts;

/// <summary>Where pipelines differ: correctness by tag, one panel per tag.</summary>
internal sealed class SlicesChart : IChart
{
    private const int MostValues = 4;
    private const int Columns = 3;

    private static readonly string[] FirstTags = ["volatility", "length", "novelty", "changed_since_march", "hops"];

    public string Name => "slices";

    public Sheet? Draw(RunReport report)
    {
        foreach (var quality in AnswerCorrectness.OrNext)
        {
            var tags = Tags(report, quality).ToList();
            if (tags.Count > 0)
                return Draw(report, quality, tags);
        }

        return null;
    }

    private static Sheet Draw(RunReport report, string quality, IReadOnlyList<SlicePanel> tags)
    {
        var label = MetricCatalogue.For(quality).Label;
        var labels = tags.Max(t => t.LabelWidth);
        return new Sheet
        {
            Title = $"{label}, by kind of question",
            Subtitle = $"{report.Questions()}. Dots with {report.Confidence(quality)} intervals; {report.Estimated(quality)[0].Metric.Hint()}. In brackets the rows of a slice: fewer than 30 say little.",
            AltText = $"{label} per pipeline, sliced. " + string.Join(" ", tags.Select(t => t.InWords())),
            Legend = new PipelineMarks(report.Pipelines).Legend(),
            Rows = [.. tags.Chunk(Columns).Select(row => row.Select(tag => tag.Draw(report, labels)).ToList())],
            Badges = report.BadgesFor([quality]),
            Note = tags.SelectMany(t => t.Summaries).Note(),
        };
    }

    private static IEnumerable<SlicePanel> Tags(RunReport report, string quality) =>
        from summary in report.Summaries
        where summary.Name == quality && summary.Estimate is not null && summary.Slice.Contains('=', StringComparison.Ordinal)
        let tag = summary.Slice[..summary.Slice.IndexOf('=', StringComparison.Ordinal)]
        group summary by tag into slices
        let panel = new SlicePanel(slices.Key, [.. slices])
        where panel.ValueCount is > 1 and <= MostValues
        orderby Place(slices.Key), slices.Key
        select panel;

    private static int Place(string tag) => Array.IndexOf(FirstTags, tag) is var place and >= 0 ? place : FirstTags.Length;
}
