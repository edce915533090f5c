using System.Globalization;
using EvalHarness.Metrics;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>From a metric's values to places on an axis, and the axis's limits and ticks.</summary>
internal sealed record Scale(Unit Unit, double Low, double High, bool IsLog = false, bool IsDifference = false)
{
    // Values that lie further apart than this are shown in powers of ten.
    private const double FarApart = 12;

    private static readonly int[] LinearCounts = [4, 3, 2, 1];
    private static readonly double[][] LogFactors = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

    /// <summary>Shares from 0 to 100 %, signed scores from −1 to 1; times and money from 0, or in powers of ten when they are far apart.</summary>
    public static Scale For(Unit unit, IReadOnlyCollection<double> values) => unit switch
    {
        Unit.Ratio or Unit.YesNo => new Scale(unit, -0.03, 1.03),
        Unit.Signed => new Scale(unit, -1.06, 1.06),
        _ when values.Min() > 0 && values.Max() / values.Min() >= FarApart => Log(unit, values),
        Unit.Number when values.Min() < 0 => new Scale(unit, 1.1 * values.Min(), 1.1 * Highest(values)),
        _ => new Scale(unit, -0.03 * Highest(values), 1.1 * Highest(values)),
    };

    /// <param name="values">At least one is positive; the others have no place on it.</param>
    public static Scale Log(Unit unit, IReadOnlyCollection<double> values)
    {
        var (low, high) = (Math.Log10(values.Where(v => v > 0).Min()), Math.Log10(values.Max()));
        var room = Math.Max(0.06 * (high - low), 0.05);
        return new Scale(unit, low - room, high + room, IsLog: true);
    }

    /// <summary>Of differences: 0 is always on it.</summary>
    public static Scale OfDifferences(Unit unit, IReadOnlyCollection<double> values)
    {
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var room = high > low ? 0.08 * (high - low) : 0.01;
        return new Scale(unit, low - room, high + room, IsDifference: true);
    }

    public double At(double value) => IsLog ? Math.Log10(Math.Max(value, Math.Pow(10, Low))) : value;

    public void Apply(IAxis axis)
    {
        (axis.Min, axis.Max) = (Low, High);
        axis.TickGenerator = new FittingTicks(IsLog
            ? [.. LogFactors.Select(factors => Ticks(range => RoundValues.Logarithmic(range.Min, range.Max, factors)))]
            : [.. LinearCounts.Select(count => Ticks(range => RoundValues.Linear(Math.Max(range.Min, Least), Math.Min(range.Max, Most), count)))]);
    }

    private double Least => IsDifference ? double.NegativeInfinity : ValueRange.Least(Unit);

    private double Most => !IsDifference && Unit is Unit.Ratio or Unit.YesNo or Unit.Signed ? 1 : double.MaxValue;

    private Func<CoordinateRange, Tick[]> Ticks(Func<CoordinateRange, IEnumerable<double>> values) =>
        range => [.. values(range).Select(value => new Tick(At(value), Label(value), isMajor: true))];

    /// <summary>A round value with its unit and no more decimals than it has.</summary>
    private string Label(double value) => Unit switch
    {
        Unit.Ratio or Unit.YesNo => Digits(100 * value) + (IsDifference ? "" : " %"),
        Unit.Milliseconds => Digits(value) + " ms",
        Unit.Usd => (value < 0 ? "−$" : "$") + Digits(Math.Abs(value)),
        _ => Digits(value),
    };

    private static string Digits(double value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture).Replace('-', '−');

    private static double Highest(IReadOnlyCollection<double> values) => values.Max() is var max and > 0 ? max : 1;
}
