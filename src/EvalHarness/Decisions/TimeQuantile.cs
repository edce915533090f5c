using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions;

/// <summary>A quantile of times over all rows, with its order-statistic interval.</summary>
internal static class TimeQuantile
{
    private const double Confidence = 0.95;

    /// <returns>Absent when no row has a time.</returns>
    public static Estimate? Of(ScoreTable table, ScoreColumn times, double share)
    {
        var values = times.Ascending(table.Slices[0].Samples);
        if (values.Length == 0)
            return null;
        var samples = table.Slices[0].Samples.Count(s => times.MeanOf(s) is not null);
        return OrderStatistic.Of(values, samples, share, Confidence).Around(Quantile.Of(values, share), Confidence, "order-statistic", samples);
    }
}
