using EvalHarness.Decisions.Studies;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Tables;

/// <summary><c>studies</c>: how arms hold up when corpus, retrieval, training data or wording change; a line per study, point and measure.</summary>
internal sealed class StudiesTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("studies", Columns(report.Manifest.Id), report.Decision?.Studies is { } results ? Lines(results) : [], cancellationToken);

    private static IEnumerable<Line> Lines(StudyResults results)
    {
        foreach (var study in results.Studies)
        {
            foreach (var point in study.Points)
                foreach (var figure in point.Figures)
                    yield return new Line(results, study, point.Pipeline, StudyWords.Setting(point, study, results), point.IsUnvaried, figure, figure == point.Figures[0] ? StudyWords.Shown(point) : null);
            foreach (var line in study.Spread is { } spread ? Spread(results, study, spread) : [])
                yield return line;
        }

        foreach (var line in Load(results))
            yield return line;
    }

    private static IEnumerable<Line> Load(StudyResults results) => results.Load.Select(l => new Line(
        results,
        new Study("load", l.Pipeline, [], []),
        l.Pipeline,
        FormattableString.Invariant($"{l.RatePerSecond} a second"),
        IsUnvaried: false,
        new StudyFigure("latency-felt-ms:p95", "latency-felt-ms", Unit.Milliseconds, Direction.Lower, l.P95, null, null, null),
        l.Failed > 0 ? FormattableString.Invariant($"{l.Failed} of {l.N} without an answer") : null));

    private static IEnumerable<Line> Spread(StudyResults results, Study study, WordingSpread spread)
    {
        (string Name, Estimate? Estimate)[] lines =
        [
            ("mean-over-wordings", spread.Mean),
            ("right-under-every-wording", spread.Worst),
            ("right-under-any-wording", spread.Best),
            ("variance-share-of-questions", Share(spread.OfSamples, spread)),
            ("variance-share-of-wording", Share(spread.OfWording, spread)),
            ("variance-share-of-both", Share(spread.OfBoth, spread)),
        ];
        return lines.Where(l => l.Estimate is not null)
            .Select(l => new Line(results, study, "", "all", IsUnvaried: false, new StudyFigure(l.Name, l.Name, Unit.Ratio, Direction.Higher, l.Estimate, null, null, null), null));
    }

    // A description of these rows: it has no interval.
    private static Estimate? Share(double? share, WordingSpread spread) => share is { } value ? new Estimate(value, null, null, 0, "sum-of-squares", spread.Mean.N) : null;

    private static TableColumns<Line> Columns(string run) => new TableColumns<Line>()
        .Text("run", _ => run)
        .Text("study_run", l => l.Results.Run)
        .Text("split", l => l.Results.Dataset.Split)
        .Text("study", l => l.Study.Id)
        .Text("pipeline", l => l.Study.Pipeline)
        .Text("point", l => l.Point)
        .Text("setting", l => l.Setting)
        .Text("as_it_is", l => l.IsUnvaried ? "true" : "false")
        .Text("metric", l => l.Figure.Name)
        .Count("n", l => l.Figure.Estimate?.N)
        .Number("estimate", l => l.Figure.Estimate?.Value)
        .Number("low", l => l.Figure.Estimate?.Low)
        .Number("high", l => l.Figure.Estimate?.High)
        .Text("method", l => l.Figure.Estimate?.Method)
        .Number("difference", l => l.Figure.Difference?.Value)
        .Number("difference_low", l => l.Figure.Difference?.Low)
        .Number("difference_high", l => l.Figure.Difference?.High)
        .Number("p_adjusted", l => l.Figure.P)
        .Count("n_needed", l => l.Figure.NNeeded)
        .Text("shown", l => l.Shown);

    private sealed record Line(StudyResults Results, Study Study, string Point, string Setting, bool IsUnvaried, StudyFigure Figure, string? Shown);
}
