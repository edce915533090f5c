using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Production;

/// <summary>Looks at retrieval apart from what the model makes of it.</summary>
internal sealed class RetrievalLines(DecisionInputs inputs)
{
    private const double Confidence = 0.95;
    private const string Search = "latency-search-ms";
    private const string Unused = "over-retrieval";

    // The tag of the lengths of questions, unless a dataset says otherwise.
    private const string Lengths = "length=";

    private static readonly (string Name, double Share)[] Quantiles = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)];

    private readonly ClusterDraws draws = new(inputs.Seed);

    /// <returns>Of the arms whose evidence is known to be found or not.</returns>
    public IReadOnlyList<RetrievalLine> All() => [.. inputs.Arms.Contenders.Select(Of).OfType<RetrievalLine>()];

    private RetrievalLine? Of(Arm arm)
    {
        var pipeline = inputs.Arms[arm]!;
        if (inputs.Table.Metrics.FirstOrDefault(m => m.Id.StartsWith("retrieval-recall@", StringComparison.Ordinal)) is not { } metric || inputs.Table.Column(pipeline, metric.Id) is not { } recall)
            return null;
        var found = inputs.Table.Slices.Where(s => s.IsAll || s.Name.StartsWith(Lengths, StringComparison.Ordinal))
            .Select(s => (s.Name, Estimate: Mean(recall, s)))
            .Where(s => s.Estimate is not null)
            .Select(s => (s.Name, s.Estimate!))
            .ToList();
        return found.Count == 0 ? null : new(arm, metric.Id, found, [.. TimesOf(pipeline)], inputs.Table.Column(pipeline, Unused) is { } unused ? Mean(unused, inputs.Table.Slices[0]) : null);
    }

    private Estimate? Mean(ScoreColumn column, Slice slice) => MeanEstimator.Of(SliceValues.Means(inputs.Table, column, slice), ValueRange.Of(column.Metric.Unit), Confidence, draws);

    private IEnumerable<(string Quantile, Estimate Estimate)> TimesOf(string pipeline) => inputs.Table.Column(pipeline, Search) is { } times
        ? Quantiles.Select(q => (q.Name, TimeQuantile.Of(inputs.Table, times, q.Share))).Where(q => q.Item2 is not null).Select(q => (q.Name, q.Item2!))
        : [];
}
