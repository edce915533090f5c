using EvalHarness.Comparisons;
using EvalHarness.Decisions.Sweeps;
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
        new(point.Name, point.Values, point.IsUnvaried, HasFailed(point.Name) ? [] : [.. study.Kind.Measures.Select((m, i) => figures.Of(m, point.Name, study.Grid.Pipeline, isTested: i == 0)).OfType<StudyFigure>()])
        {
            Name = study.Named.GetValueOrDefault(point.Name),
        };

    /// <summary>The arms over the largest corpus of the studies; absent where none is larger than the experiment's, or nothing says whose answers are right.</summary>
    /// <param name="arms">As they stand in the run. Those that do not retrieve stay as they are; those that retrieve and were not grown have no part.</param>
    /// <param name="indexed">Passages in the index, by point.</param>
    /// <param name="retrieves">Whether a pipeline has an index at all.</param>
    public GrownArms? Grown(IEnumerable<StudyGrid> studies, Arms arms, IReadOnlyDictionary<string, int> indexed, Func<string, bool> retrieves)
    {
        var largest = studies.Where(s => s.Kind.Id == StudyKinds.Growth).ToDictionary(s => s.Grid.Pipeline, s => (s.Grid, Point: s.Grid.Points.MaxBy(p => indexed.GetValueOrDefault(p.Name))!), StringComparer.Ordinal);
        if (largest.Count == 0 || largest.Values.Any(l => l.Point.IsUnvaried) || RightAnswers.Of(table) is not { } metric)
            return null;
        Dictionary<Arm, string> shown = arms.Pipelines
            .Where(a => largest.ContainsKey(a.Value) || !retrieves(a.Value))
            .ToDictionary(a => a.Key, a => largest.TryGetValue(a.Value, out var grown) ? grown.Point.Name : a.Value);
        foreach (var silent in shown.Where(a => table.Column(a.Value, metric.Id) is null || HasFailed(a.Value)).Select(a => a.Key).ToList())
            shown.Remove(silent);
        var (grid, point) = largest.Values.First();
        return new GrownArms(
            metric.Id,
            metric.Unit,
            metric.Direction,
            metric.Definition,
            string.Join(", ", grid.Parameters.Zip(point.Values, (parameter, value) => $"{parameter} {value ?? "default"}")),
            shown,
            [.. table.Samples.Select(s => s.Id)],
            [.. table.Samples.Select(s => s.Cluster)],
            shown.ToDictionary(a => a.Key, a => Values(table.Column(a.Value, metric.Id)!)));
    }

    private IReadOnlyList<double?> Values(ScoreColumn column) => [.. Enumerable.Range(0, table.Samples.Count).Select(column.MeanOf)];

    // An outage is no property of a setting.
    private bool HasFailed(string pipeline) => table.Column(pipeline, "success") is { } success && table.Slices[0].Samples.All(sample => success.MeanOf(sample) is null or 0);

    // What does not vary stays in the family as p = 1: whether it would was not known beforehand.
    private static List<StudyPoint> Adjusted(List<StudyPoint> points)
    {
        List<StudyPoint> varied = [.. points.Where(p => !p.IsUnvaried && p.Figures.Count > 0)];
        var adjusted = Holm.Adjust([.. varied.Select(p => p.Figures[0].P ?? 1)]);
        return [.. points.Select(p => varied.IndexOf(p) is var place and >= 0 ? p with { Figures = [p.Figures[0] with { P = p.Figures[0].Difference is null ? null : adjusted[place] }, .. p.Figures.Skip(1)] } : p)];
    }

    private WordingSpread? Spread(List<StudyPoint> points) =>
        RightAnswers.Of(table) is { } metric ? new WordingSpreads(table, seed).Of([.. points.Where(p => p.Figures.Count > 0).Select(p => table.Column(p.Pipeline, metric.Id)).OfType<ScoreColumn>()]) : null;
}
