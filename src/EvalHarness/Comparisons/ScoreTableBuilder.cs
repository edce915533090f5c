using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Comparisons;

/// <summary>Gathers rows as they stream by, then lays them out by column.</summary>
internal sealed class ScoreTableBuilder
{
    private readonly IReadOnlyList<Metric> metrics;
    private readonly List<(string Id, string Cluster, string[] Slices)> samples = [];
    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<string, string> sliceNames = [];
    private readonly Dictionary<string, PipelineRows> pipelines = [];

    public ScoreTableBuilder(IReadOnlyList<Metric> metrics)
    {
        this.metrics = [.. metrics.Distinct()];
        if (this.metrics.GroupBy(m => m.Id).FirstOrDefault(g => g.Count() > 1) is { } twins)
            throw UnlikeDefinitions.Of(twins.First(), twins.Last());
    }

    public void Add(ResultRow row)
    {
        if (!pipelines.TryGetValue(row.Pipeline, out var rows))
            pipelines[row.Pipeline] = rows = new PipelineRows(metrics);
        rows.Add(PlaceOf(row.Sample), row);
    }

    public ScoreTable Build()
    {
        int[] order = [.. Enumerable.Range(0, samples.Count).OrderBy(s => samples[s].Cluster, StringComparer.Ordinal).ThenBy(s => samples[s].Id, StringComparer.Ordinal)];
        var newPlaces = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
            newPlaces[order[place]] = place;

        var repeats = pipelines.Values.Select(p => p.Repeats).DefaultIfEmpty(1).Max();
        var columns = pipelines
            .SelectMany(p => p.Value.Columns(newPlaces, repeats).Select(column => (Pipeline: p.Key, Column: column)))
            .ToDictionary(c => (c.Pipeline, c.Column.Metric.Id), c => c.Column);
        var causes = pipelines.ToDictionary(p => p.Key, p => p.Value.Causes(newPlaces, repeats));
        return new(metrics, [.. InOrder(order)], repeats, columns, causes);
    }

    private IEnumerable<ScoredSample> InOrder(int[] order)
    {
        var cluster = -1;
        string? last = null;
        foreach (var (id, name, slices) in order.Select(s => samples[s]))
        {
            cluster += name == last ? 0 : 1;
            last = name;
            yield return new(id, name, cluster, slices);
        }
    }

    private int PlaceOf(Sample sample)
    {
        if (places.TryGetValue(sample.Id, out var known))
            return known;
        samples.Add((sample.Id, sample.Cluster ?? sample.Id, [.. sample.Tags.Select(t => SliceName(t.Key, t.Value))]));
        return places[sample.Id] = samples.Count - 1;
    }

    // One string per slice, not one per sample.
    private string SliceName(string tag, string value)
    {
        var name = $"{tag}={value}";
        return sliceNames.TryGetValue(name, out var known) ? known : sliceNames[name] = name;
    }
}
