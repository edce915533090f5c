using System.Globalization;
using System.Text.Json;
using EvalHarness.Experiments.Freshness;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Freshness;

/// <summary>Lags in words and tables.</summary>
public static class FreshnessWords
{
    /// <summary>Measurements that are named; freshness-probes.csv has them all.</summary>
    private const int Named = 5;

    /// <summary>A row per pipeline.</summary>
    public static WordTable Lags(FreshnessResult result) => new(
        ["", "facts", "not seen to end", "left out", "half of them within, 95 %", "95 % of them within, 95 %", "longest", "half of those that became fresh within, 95 %"],
        [.. result.Summaries.Select(s => (IReadOnlyList<string>)[s.Pipeline, $"{s.Measured}", $"{s.Censored}", $"{s.LeftOut}", Quantile(s.P50, s), Quantile(s.P95, s), s.Measured == 0 ? "–" : Lag(s.Longest, s), s.P50WhereFresh.Value is null ? "–" : Quantile(s.P50WhereFresh, s)])]);

    public static IEnumerable<string> All(FreshnessResult result)
    {
        yield return "A lag runs from the change to the first fresh answer: the update, the waiting between questions and the answer itself are in it.";
        if (result.Summaries.Any(s => s.Censored > 0))
            yield return "Facts that were not seen to end count as longer than every that was: a quantile that falls among them is only known to be longer than it was waited.";
        if (result.Summaries.Any(s => s.Censored > 0))
            yield return "A pipeline that would answer wrongly anyhow is not seen to become fresh either: the last column is of the facts that it came to answer rightly.";
        List<FreshnessProbe> rest = [.. result.Probes.Where(p => p.Status is not ProbeStatus.Fresh)];
        foreach (var probe in rest.Take(Named))
            yield return Of(probe);
        if (rest.Count > Named)
            yield return $"{rest.Count - Named} more that were not seen to end, or left out, are in freshness-probes.csv.";
    }

    /// <summary>"rag, account-001: fresh after 1.2 s (3 questions)."</summary>
    public static string Of(FreshnessProbe probe) => probe.Status switch
    {
        ProbeStatus.Fresh => string.Create(CultureInfo.InvariantCulture, $"{probe.Pipeline}, {probe.Sample}: fresh after {Seconds(probe.Lag!.Value.TotalSeconds)} ({probe.Polls} {(probe.Polls == 1 ? "question" : "questions")})."),
        ProbeStatus.Censored => $"{probe.Pipeline}, {probe.Sample}: not fresh after {Seconds(probe.Lag!.Value.TotalSeconds)}. {Upper(probe.Why)}",
        _ => $"{probe.Pipeline}, {probe.Sample}: left out, {probe.Why}.",
    };

    /// <summary>Kebab-case: <c>already-fresh</c>.</summary>
    public static string Name(ProbeStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{status}");

    private static string Quantile(LagQuantile quantile, LagSummary summary) => summary.Measured == 0
        ? "–"
        : $"{Lag(quantile.Value, summary)} [{Bound(quantile.Low)}, {Bound(quantile.High)}]";

    private static string Lag(double? seconds, LagSummary summary) => seconds is { } seen ? Seconds(seen) : $"more than {Seconds(summary.ShortestWait!.Value)}";

    private static string Bound(double? seconds) => seconds is { } bound ? Seconds(bound) : "unbounded";

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds.ToString(seconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture)} s");

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
