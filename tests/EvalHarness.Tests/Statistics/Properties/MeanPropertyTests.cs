using EvalHarness.Statistics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics.Properties;

/// <summary>What holds of every pipeline's mean, whatever method was chosen for it.</summary>
[Properties(Replay = "20261129,17", MaxTest = 120)]
public sealed class MeanPropertyTests
{
    private const double Rounding = 1e-9;

    [Property]
    public Property The_order_of_rows_changes_nothing() => Prop.ForAll(PairedRows.Any(), rows => Of(rows.Shuffled(3)) == Of(rows));

    [Property]
    public Property A_higher_confidence_holds_the_lower_ones_interval() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var (narrow, wide) = (Of(rows, 0.8), Of(rows, 0.95));

        return (wide.Low is null || wide.Low <= narrow.Low + Rounding) && (wide.High is null || narrow.High <= wide.High + Rounding);
    });

    [Property]
    public Property The_interval_holds_the_mean_and_stays_within_the_range() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var estimate = Of(rows);

        return !(estimate.Low > estimate.Value + Rounding) && !(estimate.High < estimate.Value - Rounding)
            && (rows.Range is null || (!(estimate.Low < 0) && !(estimate.High > 1)));
    });

    [Property]
    public Property Turning_right_into_wrong_mirrors_the_interval() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var bounded = rows with { Values = [.. rows.Values.Select(v => (Math.Clamp(v, -1, 1) + 1) / 2)], Range = new ValueRange(0, 1) };
        var (right, wrong) = (Mean(bounded), Mean(bounded with { Values = [.. bounded.Values.Select(v => 1 - v)] }));

        return Mirrored(right.Low, wrong.High) && Mirrored(right.High, wrong.Low);
    });

    // Scores of a metric from what are differences elsewhere.
    private static Estimate Of(PairedRows rows, double confidence = 0.95) =>
        Mean(rows with { Values = [.. rows.Values.Select(v => rows.Range is null ? v : Math.Abs(v))] }, confidence);

    private static Estimate Mean(PairedRows rows, double confidence = 0.95) => MeanEstimator.Of(rows.Differences, rows.Range, confidence, new ClusterDraws(1))!;

    private static bool Mirrored(double? one, double? other) => (one is null && other is null) || Math.Abs(one!.Value + other!.Value - 1) < 1e-6;
}
