using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>Judges a change once, across rows: is the candidate worse than the champion by more than the margin, as the gate would ask?</summary>
/// <remarks>
/// One-sided; Tango's score test at the effective n for rates, t over clusters for other values: the tests that the gate's intervals invert.
/// It is made only on nights whose estimate lies beyond the margin, so that others spend no α; its p is that of such nights, twice the usual one.
/// </remarks>
public static class ChangeTest
{
    private const double Confidence = 0.95;

    /// <param name="margin">As a share of the metric's range.</param>
    /// <returns>Absent when there is nothing to judge: the estimate is within the margin, or rows come from too few clusters.</returns>
    public static double? P(ReadOnlySpan<PairedRow> rows, double margin)
    {
        var net = 0.0;
        foreach (var row in rows)
            net += row.Difference;
        if (net >= -margin * rows.Length)
            return null;
        PairedRow[] all = [.. rows];
        ClusteredValues differences = new(all.Select(r => r.Difference), all.Select(r => r.Cluster));
        if (differences.ClusterCount < MeanEstimator.FewestClusters)
            return null;
        return Math.Min(1, 2 * (all.All(r => r.Difference is -1 or 0 or 1) ? RateP(differences, margin) : MeanP(differences, margin)));
    }

    private static double RateP(ClusteredValues differences, double margin)
    {
        var share = EffectiveSize.Of(differences, Confidence) / differences.N;
        var (wins, losses) = (share * differences.Values.Count(d => d > 0), share * differences.Values.Count(d => d < 0));
        return Probability.NormalAbove(-Tango.Score(wins, losses, share * differences.N, -margin));
    }

    private static double MeanP(ClusteredValues differences, double margin) => differences.StandardError > 0
        ? Probability.StudentAbove(-(differences.Mean + margin) / differences.StandardError, differences.ClusterCount - 1)
        : 1;
}
