using EvalHarness.Metrics;

namespace EvalHarness.Statistics;

/// <summary>The values that a bounded metric can take.</summary>
public readonly record struct ValueRange(double Low, double High)
{
    public double Width => High - Low;

    /// <summary>What the difference of two such values can be.</summary>
    public ValueRange OfDifference => new(-Width, Width);

    /// <summary>Absent for times, tokens, money, words and plain numbers.</summary>
    public static ValueRange? Of(Unit unit) => unit switch
    {
        Unit.Ratio or Unit.YesNo => new(0, 1),
        Unit.Signed => new(-1, 1),
        _ => null,
    };

    /// <summary>What no mean can be below; plain numbers have no floor.</summary>
    public static double Least(Unit unit) => unit switch
    {
        Unit.Signed => -1,
        Unit.Number => double.NegativeInfinity,
        _ => 0,
    };
}
