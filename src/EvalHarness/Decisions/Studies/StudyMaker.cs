using EvalHarness.Comparisons;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Studies;

/// <summary>From a run whose pipelines are the points of studies to what each study shows.</summary>
/// <remarks>
/// Every point is held against the pipeline as it is, paired by sample; p values of the first measure are adjusted over the study's points (Holm 1979).
/// A study describes and chooses nothing: a better point is a reason for a sweep, which confirms its choice on rows that had no part in it.
/// </remarks>
public sealed class StudyMaker(ScoreTable table, int seed)
{
    private readonly StudyFigures figures = new(table, seed);

    public Study Make(StudyGrid study)
    {
        var (kind, grid) = (study.Kind, study.Grid);
        List<StudyPoint> points = [.. grid.Points.Select(p => Point(p, study))];
        return new Study(kind.Id, grid.Pipeline, grid.Parameters, Adjusted(points)) { Spread = kind.IsOfWording ? Spread(points) : null };
    }

    private StudyPoint Point(SweepPoint point, StudyGrid study) =>
        new(point.Name, point.Values, point.IsUnvaried, [.. study.Kind.Measures.Select((m, i) => figures.Of(m, point.Name, study.Grid.Pipeline, isTested: i == 0)).OfType<StudyFigure>()])
        {
            Name = study.Named.GetValueOrDefault(point.Name),
        };

    /// <summary>The arms over the largest corpus of the studies; absent where no study has one, or nothing says whose answers are right.</summary>
    /// <param name="arms">As they stand in the run; those that do not retrieve stay as they are.</param>
    public GrownArms? Grown(IEnumerable<StudyGrid> studies, Arms arms)
    {
        var grown = studies.Where(s => s.Kind.Id == StudyKinds.Growth).ToDictionary(s => s.Grid.Pipeline, s => s.Grid, StringComparer.Ordinal);
        Dictionary<Arm, string> shown = arms.Pipelines.Where(a => table.Pipelines.Contains(a.Value)).ToDictionary(a => a.Key, a => grown.TryGetValue(a.Value, out var grid) ? grid.Points[^1].Name : a.Value);
        if (grown.Count == 0 || AnswerCorrectness.OrNext.FirstOrDefault(id => shown.Values.All(p => HasValues(p, id))) is not { } measure)
            return null;
        var metric = table.Metrics.Single(m => m.Id == measure);
        var last = grown.Values.First();
        return new GrownArms(
            measure,
            metric.Unit,
            metric.Direction,
            metric.Definition,
            string.Join(", ", last.Parameters.Zip(last.Points[^1].Values, (parameter, value) => $"{parameter} {value ?? "default"}")),
            shown,
            [.. table.Samples.Select(s => s.Id)],
            [.. table.Samples.Select(s => s.Cluster)],
            shown.ToDictionary(a => a.Key, a => Values(table.Column(a.Value, measure)!)));
    }

    private IReadOnlyList<double?> Values(ScoreColumn column) => [.. Enumerable.Range(0, table.Samples.Count).Select(column.MeanOf)];

    private bool HasValues(string pipeline, string metric) => table.Column(pipeline, metric) is { } column && column.Counts(table.Slices[0].Samples).Scored > 0;

    // What does not vary stays in the family as p = 1: whether it would was not known beforehand.
    private static List<StudyPoint> Adjusted(List<StudyPoint> points)
    {
        List<StudyPoint> varied = [.. points.Where(p => !p.IsUnvaried && p.Figures.Count > 0)];
        var adjusted = Holm.Adjust([.. varied.Select(p => p.Figures[0].P ?? 1)]);
        return [.. points.Select(p => varied.IndexOf(p) is var place and >= 0 ? p with { Figures = [p.Figures[0] with { P = p.Figures[0].Difference is null ? null : adjusted[place] }, .. p.Figures.Skip(1)] } : p)];
    }

    private WordingSpread? Spread(List<StudyPoint> points) =>
        new WordingSpreads(table, seed).Of([.. points.Select(p => table.Column(p.Pipeline, AnswerCorrectness.Id)).OfType<ScoreColumn>()]);
}
