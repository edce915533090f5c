using EvalHarness.Metrics;

namespace EvalHarness.Gates;

/// <summary>Figures in the sentences of a verdict.</summary>
internal static class GateText
{
    public static string Of(double value, Unit unit) => unit switch
    {
        Unit.Ratio or Unit.YesNo => FormattableString.Invariant($"{value * 100:0.0} %"),
        Unit.Usd => FormattableString.Invariant($"{value:0.######} USD"),
        Unit.Milliseconds => FormattableString.Invariant($"{value:0.##} ms"),
        _ => FormattableString.Invariant($"{value:0.###}"),
    };

    /// <summary>A difference, with its sign; of rates in points.</summary>
    public static string Difference(double value, Unit unit) => unit switch
    {
        Unit.Ratio or Unit.YesNo => FormattableString.Invariant($"{value * 100:+0.0;−0.0;0.0} points"),
        _ => $"{(value < 0 ? "−" : value > 0 ? "+" : "")}{Of(Math.Abs(value), unit)}",
    };

    public static string Width(double value, Unit unit) => unit is Unit.Ratio or Unit.YesNo ? FormattableString.Invariant($"{value * 100:0.##} points") : Of(value, unit);

    public static string End(double? value, Unit unit) => value is { } end ? Difference(end, unit) : "unbounded";
}
