using EvalHarness.Statistics;

namespace EvalHarness.Experiments.Freshness;

/// <summary>How long changes took to reach one pipeline's answers.</summary>
/// <param name="Measured">Fresh and censored: what quantiles are of.</param>
/// <param name="Censored">Lags that are only known to be longer than it was waited.</param>
/// <param name="LeftOut">Facts of which nothing can be measured.</param>
/// <param name="ShortestWait">Of the censored, in seconds; absent where there are none.</param>
/// <param name="Longest">Absent when the longest was not seen to end.</param>
/// <param name="P50WhereFresh">Of the lags that were seen to end alone: what is left when a pipeline that would be wrong anyhow is not held against its freshness.</param>
public sealed record LagSummary(string Pipeline, int Measured, int Censored, int LeftOut, double? ShortestWait, LagQuantile P50, LagQuantile P95, double? Longest, LagQuantile P50WhereFresh)
{
    private const double Confidence = 0.95;

    /// <param name="probes">Of one pipeline.</param>
    /// <remarks>A censored lag is beyond every that was seen, so quantiles below them are what they would be; docs/guides/freshness.md.</remarks>
    public static LagSummary Of(string pipeline, IReadOnlyList<FreshnessProbe> probes)
    {
        List<double> waits = [.. Seconds(probes, ProbeStatus.Censored)];
        List<double> fresh = [.. Seconds(probes, ProbeStatus.Fresh).Order()];
        List<double> lags = [.. fresh, .. waits.Select(_ => double.PositiveInfinity)];
        double? shortest = waits.Count == 0 ? null : waits.Min();
        return new LagSummary(pipeline, lags.Count, waits.Count, probes.Count - lags.Count, shortest, Quantile(lags, 0.5, shortest), Quantile(lags, 0.95, shortest), lags.Count == 0 ? null : Seen(lags[^1]), Quantile(fresh, 0.5, null));
    }

    private static IEnumerable<double> Seconds(IEnumerable<FreshnessProbe> probes, ProbeStatus status) => probes.Where(p => p.Status == status).Select(p => p.Lag!.Value.TotalSeconds);

    // A lower end among those that were not seen to end lies beyond what the shortest of them was waited for.
    private static LagQuantile Quantile(List<double> ascending, double p, double? shortestWait)
    {
        if (ascending.Count == 0)
            return new LagQuantile(null, null, null);
        var interval = OrderStatistic.Of(ascending, ascending.Count, p, Confidence);
        return new LagQuantile(Seen(Statistics.Quantile.Of(ascending, p)), interval.Low is double.PositiveInfinity ? shortestWait : interval.Low, Seen(interval.High));
    }

    private static double? Seen(double? lag) => lag is { } seconds && double.IsFinite(seconds) ? seconds : null;
}
