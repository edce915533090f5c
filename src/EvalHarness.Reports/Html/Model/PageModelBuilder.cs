using System.Globalization;
using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Html.Rows;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>Turns a report into what the page shows.</summary>
/// <param name="folder">The run's folder: charts are read from it.</param>
internal sealed class PageModelBuilder(RunReport report, string folder)
{
    private const int ShownHeadlines = 4;

    /// <summary>In the order of the summaries, <c>all</c> first.</summary>
    public IReadOnlyList<string> Slices { get; } = [.. report.Summaries.Select(s => s.Slice).Distinct(StringComparer.Ordinal)];

    public PageModel Build(PagedRows rows)
    {
        var names = Names();
        var answer = RunAnswer.From(report);
        var colours = new PipelineColours(report.Pipelines);
        return new PageModel
        {
            Title = report.Manifest.Name,
            RunId = report.Manifest.Id,
            Date = report.Manifest.StartedAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
            Description = report.Description,
            Question = answer.Question,
            Answer = [.. answer.Metrics.Select(m => new AnswerPart(MetricCatalogue.For(m.Name).Label, BadgeWords.For(m.Name, report), m.Text))],
            Recommendation = answer.Recommendation,
            Gate = report.Gate is { } gate ? GateSection.Of(gate) : null,
            Decision = report.Decision is { } decision ? DecisionSection.Of(decision, report) : null,
            Warnings = WarningWords.Of(report),
            Badges = [.. report.Badges.Select(b => new BadgeEntry(b.Family, BadgeWords.Of(b.Badge), b.Why))],
            Pipelines = [.. report.Pipelines.Select(name => new PipelineEntry(name, colours.HexOf(name), name == report.Manifest.Baseline))],
            Metrics = [.. report.Metrics.Select(m => Entry(m.Id, m))],
            Names = [.. names.Select(n => Entry(n.Name, n.Metric))],
            Headlines = [.. HeadlineMetrics.Of(report).Take(ShownHeadlines).Select(h => Headline(h, names))],
            Scorers = [.. report.ScorerErrors.Select(e => new ScorerEntry(ScorerWords.Subject(e), e.Measured.Count > 0, [.. ScorerWords.Of(e, report), .. ScorerWords.ByPipeline(e, report)]))],
            Slices = new SlicePages(report, [.. names.Select(n => n.Name)]).Make(),
            Causes = CauseTable.Of(report),
            Ledger = [.. report.Ledger.Select(e => new LedgerLine(LedgerWords.Of(e.Ledger, report), string.Join(", ", e.Pipelines), e.Item, LedgerWords.Sum(e), LedgerWords.Spent(e), LedgerWords.Basis(e)))],
            Fields = [.. report.Fields.GroupBy(f => f.Field).SelectMany(g => g).Select(Line)],
            Charts = ChartImages.Of(report, folder),
            Notes = report.Manifest.Notes,
            Facts = RunFacts.Of(report),
            RightMeans = RightMeans(),
            Rows = rows.Index,
            RowsLeftOut = rows.LeftOut,
            RowsInFiles = rows.Inline is null,
        };
    }

    /// <summary>Every name that has a figure or a comparison, in their order.</summary>
    private List<(string Name, Metric Metric)> Names() =>
    [
        .. report.Summaries.Select(s => (s.Name, s.Metric))
            .Concat(report.Comparisons.Select(c => (c.Metric.Id, c.Metric)))
            .DistinctBy(n => n.Item1, StringComparer.Ordinal),
    ];

    private HeadlineEntry Headline(string name, List<(string Name, Metric Metric)> names)
    {
        var beside = HeadlineMetrics.Beside(name) is { } other ? names.FindIndex(n => n.Name == other) : -1;
        string[] scorer = [.. report.Pipelines.Select(p => ScorerWords.Beside(name, p, report)).OfType<string>()];
        return new HeadlineEntry(names.FindIndex(n => n.Name == name), beside < 0 ? null : beside, scorer.Length == 0 ? null : scorer);
    }

    private static FieldLine Line(FieldResult field)
    {
        var overall = field.Confusion.Overall;
        return new FieldLine(field.Field, field.Pipeline, FieldWords.Share(overall.Precision), FieldWords.Share(overall.Recall), FieldWords.MacroF1(field), FieldWords.Classes(field), FieldWords.Mistakes(field));
    }

    private MetricEntry Entry(string name, Metric metric)
    {
        var words = MetricCatalogue.For(metric, name);
        var unit = metric.Unit.ToString().ToLowerInvariant();
        return new MetricEntry(name, words.Label, words.Meaning, BadgeWords.For(name, report), unit, metric.Direction == Direction.Higher ? "higher" : "lower");
    }

    private string RightMeans() => RowMark.CorrectnessOf(report) is { } id
        ? $"Right: “{MetricCatalogue.For(id).Label}” is at least half, or an unanswerable question is declined."
        : "Right and wrong are not told apart: this run has no score for it.";
}
