using EvalHarness.Diagnosis;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>Counts the causes of what went wrong per pipeline, with the rate of each and its interval, clustered like every other.</summary>
public sealed class CauseSummariser(int seed)
{
    private const double Confidence = 0.95;

    private static readonly Cause[] Causes = Enum.GetValues<Cause>();

    private readonly ClusterDraws draws = new(seed);

    /// <returns>By pipeline, then every cause in its order, those that explain nothing included.</returns>
    public IReadOnlyList<CauseSummary> Summarise(ScoreTable table) => [.. table.Pipelines.SelectMany(pipeline => Summarise(table, pipeline))];

    private IEnumerable<CauseSummary> Summarise(ScoreTable table, string pipeline)
    {
        var column = table.Causes(pipeline)!;
        var rows = Enumerable.Range(0, table.Samples.Count).SelectMany(column.Of).ToList();
        var counts = rows.OfType<Cause>().CountBy(c => c).ToDictionary();
        var faulty = counts.Values.Sum();
        return Causes.Select(cause => new CauseSummary(pipeline, cause, counts.GetValueOrDefault(cause), faulty, rows.Count, Rate(table, column, cause)));
    }

    private Estimate? Rate(ScoreTable table, CauseColumn column, Cause cause)
    {
        var values = SliceValues.Of(table.Slices[0], table, sample => column.Of(sample) is { Count: > 0 } rows ? (double)rows.Count(r => r == cause) / rows.Count : null);
        return MeanEstimator.Of(values, new ValueRange(0, 1), Confidence, draws);
    }
}
