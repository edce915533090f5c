using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Comparisons;

/// <summary>The scores of a run by column: one per pipeline and metric, aligned by sample and repeat.</summary>
/// <remarks>Nine bytes per row and metric: and one per row for its cause: what statistics need, not what people read. Everything in it has one order, whatever the order of the rows it was read from.</remarks>
public sealed class ScoreTable
{
    private readonly Dictionary<(string Pipeline, string Metric), ScoreColumn> columns;
    private readonly Dictionary<string, CauseColumn> causes;

    internal ScoreTable(
        IReadOnlyList<Metric> metrics,
        IReadOnlyList<ScoredSample> samples,
        int repeats,
        Dictionary<(string Pipeline, string Metric), ScoreColumn> columns,
        Dictionary<string, CauseColumn> causes)
    {
        (Metrics, Samples, Repeats, this.columns, this.causes) = (metrics, samples, repeats, columns, causes);
        Pipelines = [.. columns.Keys.Select(k => k.Pipeline).Distinct().Order(StringComparer.Ordinal)];
        Slices = [All(samples.Count), .. BySlice(samples)];
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<string> Pipelines { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>By cluster, then id.</summary>
    public IReadOnlyList<ScoredSample> Samples { get; }

    /// <summary>The most rows that a sample has with one pipeline.</summary>
    public int Repeats { get; }

    /// <summary><c>all</c> first, then by name.</summary>
    public IReadOnlyList<Slice> Slices { get; }

    /// <param name="metrics">Which scores to keep, in the order of the report.</param>
    /// <exception cref="Inputs.InputException">Two metrics share an id and differ in definition.</exception>
    /// <exception cref="InvalidDataException">The same row comes twice, or a value is not a number.</exception>
    public static async Task<ScoreTable> LoadAsync(IAsyncEnumerable<ResultRow> rows, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        var builder = new ScoreTableBuilder(metrics);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            builder.Add(row);
        return builder.Build();
    }

    /// <summary>Absent when the run has no such pipeline or metric.</summary>
    public ScoreColumn? Column(string pipeline, string metric) => columns.GetValueOrDefault((pipeline, metric));

    /// <summary>Why rows failed; absent when the run has no such pipeline.</summary>
    public CauseColumn? Causes(string pipeline) => causes.GetValueOrDefault(pipeline);

    private static Slice All(int samples) => new(Slice.All, [.. Enumerable.Range(0, samples)]);

    private static IEnumerable<Slice> BySlice(IReadOnlyList<ScoredSample> samples) =>
        samples.SelectMany((sample, place) => sample.Slices.Select(slice => (slice, place)))
            .GroupBy(s => s.slice, s => s.place)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Slice(g.Key, [.. g]));
}
