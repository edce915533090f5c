using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What one comparison shows, in words that do not outrun it.</summary>
public static class FindingWords
{
    /// <summary>"better", "no difference shown; these rows would show 5.0 points", "not enough rows (12 in 3 clusters)".</summary>
    public static string Of(PairedComparison comparison) => comparison.Finding() switch
    {
        Finding.Better => "better" + Unadjusted(comparison),
        Finding.Worse => "worse" + Unadjusted(comparison),
        Finding.NotEnoughRows when comparison.N == 0 => "nothing to compare: no row has a value for both",
        Finding.NotEnoughRows => NotEnough(comparison),
        _ when comparison is { Wins: 0, Losses: 0 } => "no difference shown: not one row differs, which is no proof of being equal",
        _ => "no difference shown" + Power(comparison),
    };

    /// <summary>"+4.2 points [+1.0, +7.4], n = 416"; only of a comparison that has a difference.</summary>
    public static string Numbers(PairedComparison comparison)
    {
        var (difference, unit) = (comparison.Difference!, comparison.Metric.Unit);
        return $"{Figure.OfDifference(difference.Value, unit)} {Figure.IntervalOfDifference(difference, unit)}, n = {Figure.Count(comparison.N)}";
    }

    private static string Unadjusted(PairedComparison comparison) => comparison.PAdjusted is null ? ", not adjusted for the number of comparisons" : "";

    private static string NotEnough(PairedComparison comparison)
    {
        var clusters = comparison.Clusters < comparison.N ? $" in {Figure.Count(comparison.Clusters)} {(comparison.Clusters == 1 ? "cluster" : "clusters")}" : "";
        return $"not enough rows ({Figure.Count(comparison.N)}{clusters})";
    }

    private static string Power(PairedComparison comparison)
    {
        var visible = comparison.Mde is { } mde ? $"; these rows would show {Figure.OfDifference(Math.Abs(mde), comparison.Metric.Unit).TrimStart('+')}" : "";
        return visible + (comparison.NNeeded is { } needed && needed > comparison.N ? $", the one seen needs about {Figure.Count(needed)} rows" : "");
    }
}
