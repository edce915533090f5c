using System.Globalization;
using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>What one point adds to the other's times, at a quantile, on the samples of which both have a time.</summary>
/// <param name="metric">Of times: its id.</param>
/// <param name="share">Which quantile, in (0, 1).</param>
internal sealed class AddedTime(ScoreTable table, string metric, double share, int seed)
{
    private const double Confidence = 0.95;

    private readonly ClusterDraws draws = new(seed);

    /// <returns>Absent where no sample has both times; without ends where there are too few samples beyond the quantile.</returns>
    public Estimate? Of(string point, string other)
    {
        if (table.Column(point, metric) is not { } one || table.Column(other, metric) is not { } than)
            return null;
        List<(double, double, int)> samples = [];
        foreach (var sample in table.Slices[0].Samples)
            if (one.MeanOf(sample) is { } time && than.MeanOf(sample) is { } otherTime)
                samples.Add((time, otherTime, table.Samples[sample].ClusterIndex));
        return samples.Count == 0 ? null : new QuantileDifference(samples, share, Confidence, draws).Difference;
    }

    /// <param name="quantile"><c>p95</c>.</param>
    public static double Share(string quantile) => double.Parse(quantile.AsSpan(1), CultureInfo.InvariantCulture) / 100;
}
