using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>Two pipelines on the same samples, one metric, one slice: a line of comparisons.csv.</summary>
/// <param name="N">Samples that both have.</param>
/// <param name="Difference">Candidate − baseline; absent when there are too few rows or clusters to say anything.</param>
/// <param name="P">Two-sided, of the test that is the interval's inverse.</param>
/// <param name="PAdjusted">Holm, over the metrics compared between the same two pipelines in slice <c>all</c>.</param>
/// <param name="Wins">Samples on which the candidate is better.</param>
/// <param name="Mde">The difference that this many rows find with 80 % power at 5 %.</param>
/// <param name="NNeeded">Samples needed to find the difference seen with 80 % power; absent when it is 0.</param>
public sealed record PairedComparison(
    string Candidate,
    string Baseline,
    Metric Metric,
    string Slice,
    int N,
    int Clusters,
    Estimate? Difference,
    double? P,
    double? PAdjusted,
    string? Test,
    int Wins,
    int Losses,
    double? Mde,
    int? NNeeded)
{
    /// <summary>Samples that would find a difference of <paramref name="margin"/> with 80 % power at 5 %; absent where nothing varies.</summary>
    /// <param name="margin">In the metric's unit, above 0.</param>
    public int? NeededFor(double margin) => Mde is { } mde && N * Math.Pow(mde / margin, 2) is var needed && needed < int.MaxValue ? (int)Math.Ceiling(needed) : null;

    /// <summary>Of the two sides' values over samples, in [-1, 1]: how much pairing gains. Absent where a side never varies.</summary>
    public double? Correlation { get; init; }
}
