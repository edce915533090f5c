using System.Globalization;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>A comparison in one sentence, which claims no more than the interval does.</summary>
public static class ComparisonSentence
{
    public static string Of(PairedComparison comparison) => comparison switch
    {
        { Difference: null } => $"Nothing can be said with these rows: {Rows(comparison)}, and at least {MeanEstimator.FewestClusters} clusters are needed.",
        { Wins: 0, Losses: 0 } => $"{comparison.Candidate} and {comparison.Baseline} do not differ on any of these rows in {comparison.Metric.Id}: that is no evidence either way; {Rows(comparison)}.",
        { Difference: { } difference } when !Excludes0(difference) => $"Nothing can be said with these rows{Needed(comparison)}.",
        { Difference: { } difference } => Claim(comparison, difference),
    };

    private static bool Excludes0(Estimate difference) => difference.Low > 0 || difference.High < 0;

    private static string Claim(PairedComparison comparison, Estimate difference)
    {
        var phrase = MetricPhrase.Of(comparison.Metric.Id);
        var (does, low, high) = difference.Value > 0 ? (phrase.Higher, difference.Low, difference.High) : (phrase.Lower, -difference.High, -difference.Low);
        var unit = comparison.Metric.Unit;
        return $"{comparison.Candidate} {does} than {comparison.Baseline} by {Number(Math.Abs(difference.Value), unit)}{UnitName(unit)} "
            + $"[{Number(low, unit)}, {Number(high, unit)}], {Rows(comparison)}{Doubt(comparison)}.";
    }

    private static string Rows(PairedComparison comparison) =>
        string.Create(CultureInfo.InvariantCulture, $"n = {comparison.N:N0} in {comparison.Clusters:N0} clusters");

    private static string Needed(PairedComparison comparison) => comparison.NNeeded is { } n
        ? string.Create(CultureInfo.InvariantCulture, $"; n ≈ {n:N0} would be needed")
        : $"; {Rows(comparison)}";

    private static string Doubt(PairedComparison comparison) =>
        comparison.PAdjusted > 0.05 ? "; with all metrics counted this may be chance" : "";

    private static string Number(double? value, Unit unit) => value is not { } number ? "unbounded" : unit switch
    {
        Unit.Ratio or Unit.YesNo => (100 * number).ToString("F1", CultureInfo.InvariantCulture),
        Unit.Signed => number.ToString("F2", CultureInfo.InvariantCulture),
        Unit.Usd => number.ToString("F6", CultureInfo.InvariantCulture),
        _ => number.ToString("N1", CultureInfo.InvariantCulture),
    };

    private static string UnitName(Unit unit) => unit switch
    {
        Unit.Ratio or Unit.YesNo => " points",
        Unit.Milliseconds => " ms",
        Unit.Tokens => " tokens",
        Unit.Usd => " USD",
        _ => "",
    };
}
