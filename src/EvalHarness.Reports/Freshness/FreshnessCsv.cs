using EvalHarness.Experiments.Freshness;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Freshness;

/// <summary><c>freshness.csv</c>: a line per pipeline and quantile; <c>freshness-probes.csv</c>: a line per fact and pipeline. Seconds; a lag that was not seen to end is an empty cell.</summary>
internal static class FreshnessCsv
{
    public static async Task WriteAsync(FreshnessResult result, string folder, CancellationToken cancellationToken)
    {
        await CsvFile.WriteAsync(Path.Combine(folder, "freshness.csv"), Lags(result), result.Summaries.SelectMany(Lines), cancellationToken);
        await CsvFile.WriteAsync(Path.Combine(folder, "freshness-probes.csv"), Probes(result), result.Probes, cancellationToken);
    }

    private static IEnumerable<(LagSummary Summary, string Quantile, LagQuantile Lag)> Lines(LagSummary summary) =>
        [(summary, "p50", summary.P50), (summary, "p95", summary.P95), (summary, "max", new LagQuantile(summary.Longest, null, null)), (summary, "p50-where-fresh", summary.P50WhereFresh)];

    private static TableColumns<(LagSummary Summary, string Quantile, LagQuantile Lag)> Lags(FreshnessResult result) =>
        new TableColumns<(LagSummary Summary, string Quantile, LagQuantile Lag)>()
            .Text("experiment", _ => result.Experiment)
            .Text("pipeline", l => l.Summary.Pipeline)
            .Count("n", l => l.Summary.Measured)
            .Count("n_censored", l => l.Summary.Censored)
            .Count("n_left_out", l => l.Summary.LeftOut)
            .Number("shortest_wait_seconds", l => l.Summary.ShortestWait)
            .Text("quantile", l => l.Quantile)
            .Number("lag_seconds", l => l.Lag.Value)
            .Number("low", l => l.Lag.Low)
            .Number("high", l => l.Lag.High);

    private static TableColumns<FreshnessProbe> Probes(FreshnessResult result) => new TableColumns<FreshnessProbe>()
        .Text("experiment", _ => result.Experiment)
        .Text("pipeline", p => p.Pipeline)
        .Text("sample_id", p => p.Sample)
        .Name<ProbeStatus>("status", p => p.Status)
        .Number("lag_seconds", p => p.Status is ProbeStatus.Fresh ? p.Lag?.TotalSeconds : null)
        .Number("waited_seconds", p => p.Lag?.TotalSeconds)
        .Number("update_seconds", p => p.UpdateTime?.TotalSeconds)
        .Count("questions", p => p.Polls)
        .Text("why", p => p.Why);
}
