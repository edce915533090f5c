using EvalHarness.Statistics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics.Properties;

/// <summary>What holds of every paired difference, whatever method was chosen for it; the seed is fixed, so that a run tells of the code alone.</summary>
[Properties(Replay = "20261129,17", MaxTest = 120)]
public sealed class DifferencePropertyTests
{
    private const double Rounding = 1e-9;

    [Property]
    public Property The_order_of_rows_changes_nothing() => Prop.ForAll(PairedRows.Any(), rows =>
        rows.Shuffled(1).Difference() == rows.Difference() && rows.Shuffled(2).Method()!.P == rows.Method()!.P);

    [Property]
    public Property Swapping_the_sides_negates_the_interval_and_keeps_p() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var (one, other) = (rows.Method()!, rows.Swapped().Method()!);

        return Negated(one.Difference.Low, other.Difference.High) && Negated(one.Difference.High, other.Difference.Low)
            && Near(one.P, other.P) && Near(one.Above(0.1), other.Below(-0.1)) && one.Test == other.Test;
    });

    [Property]
    public Property A_higher_confidence_holds_the_lower_ones_interval() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        Estimate[] nested = [.. new[] { 0.5, 0.8, 0.9, 0.95, 0.99 }.Select(rows.Difference)];

        return nested.Zip(nested.Skip(1)).All(pair => IsWithin(pair.First, pair.Second));
    });

    [Property]
    public Property The_interval_holds_the_difference() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var difference = rows.Difference();

        return !(difference.Low > difference.Value + Rounding) && !(difference.High < difference.Value - Rounding);
    });

    [Property]
    public Property Test_and_interval_are_inverses_at_every_bound() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var method = rows.Method()!;

        return new[] { -0.3, -0.05, 0, 0.1 }.Select(bound => rows.Range is null ? 1_000 * bound : bound).All(bound => AreInverses(method, bound));
    });

    [Property]
    public Property A_stricter_bound_is_never_easier_to_pass() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var method = rows.Method()!;
        double?[] p = [.. Enumerable.Range(-9, 19).Select(i => method.Above(i / 10.0))];

        return p.Zip(p.Skip(1)).All(pair => pair.First is null || pair.Second >= pair.First - Rounding);
    });

    [Property]
    public Property Improving_a_row_never_turns_a_pass_into_a_fail() => Prop.ForAll(PairedRows.Any(), Gen.Choose(0, 5).ToArbitrary(), (rows, row) =>
        new[] { 0, 0.02, 0.05, 0.1, 0.3 }.All(margin => !(rows.Difference(0.9).Low > -margin) || !(rows.Improved(row).Method(0.9)?.Difference.High < -margin)));

    [Property]
    public Property Improving_a_row_never_lowers_the_bound_of_a_rate() => Prop.ForAll(PairedRows.AnyRates(), Gen.Choose(0, 5).ToArbitrary(), (rows, row) =>
        rows.Improved(row).Difference().Low >= rows.Difference().Low - Rounding);

    [Property]
    public Property A_difference_that_grows_by_a_constant_moves_the_interval_of_a_time_by_it() => Prop.ForAll(PairedRows.Any(), rows =>
    {
        var times = rows with { Values = [.. rows.Values.Select((v, i) => (10 * v) + (i % 7))], Range = null };
        var (one, moved) = (times.Difference(), (times with { Values = [.. times.Values.Select(v => v + 25)] }).Difference());

        return Near(one.Low + 25, moved.Low) && Near(one.High + 25, moved.High);
    });

    private static bool AreInverses(IDifferenceMethod method, double bound)
    {
        var (low, above) = (method.Difference.Low, method.Above(bound));
        // At the bound itself rounding decides.
        return above is null || Math.Abs((low ?? double.NegativeInfinity) - bound) < 1e-6 || Math.Abs(above.Value - 0.025) < Rounding || (low > bound) == (above < 0.025);
    }

    private static bool IsWithin(Estimate narrow, Estimate wide) =>
        (wide.Low is null || wide.Low <= narrow.Low + Rounding) && (wide.High is null || narrow.High <= wide.High + Rounding);

    private static bool Negated(double? one, double? other) => Near(one, -other);

    private static bool Near(double? one, double? other) => (one is null && other is null) || Math.Abs(one!.Value - other!.Value) < 1e-6;
}
