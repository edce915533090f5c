using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>One night's evidence that the candidate is worse than the champion by more than a margin: a bet per cluster on answers that were drawn anew.</summary>
/// <remarks>
/// Rows whose answers are the same bytes every night count as no difference: they were judged when they changed. Where they speak for the candidate, that is credited to it.
/// A cluster counts by its rows, because the margin is of the mean over rows. With clusters of one size this is Π_c(1 + g·x_c) of the cluster means.
/// </remarks>
public static class MarginEvidence
{
    // The largest stake is 0.3: a cluster's value may reach 3 before a bet could lose more than it has.
    private const double LargestValue = 3;

    /// <param name="rows">By cluster.</param>
    /// <param name="margin">As a share of the metric's range, in [0, 1).</param>
    /// <returns>An e-value; absent when no answer was drawn anew, which is no evidence.</returns>
    public static double? Of(ReadOnlySpan<PairedRow> rows, double margin)
    {
        var (anew, settled) = (0, 0.0);
        foreach (var row in rows)
            (anew, settled) = row.IsAnew ? (anew + 1, settled) : (anew, settled + row.Difference);
        if (anew == 0)
            return null;

        var clusters = Clusters(rows);
        var scale = Math.Max((double)rows.Length / clusters.Count, clusters.Max(c => c.Size) / LargestValue);
        var permitted = margin + Math.Max(0, settled / rows.Length);
        return BettingEvidence.Of([.. clusters.Select(c => BettingEvidence.LossBeyond(c.Net / c.Size, permitted) * c.Size / scale)]);
    }

    private static List<(double Net, int Size)> Clusters(ReadOnlySpan<PairedRow> rows)
    {
        List<(double Net, int Size)> clusters = [];
        for (var i = 0; i < rows.Length; i++)
        {
            var net = rows[i].IsAnew ? rows[i].Difference : 0;
            if (i > 0 && rows[i].Cluster == rows[i - 1].Cluster)
                clusters[^1] = (clusters[^1].Net + net, clusters[^1].Size + 1);
            else
                clusters.Add((net, 1));
        }

        return clusters;
    }
}
