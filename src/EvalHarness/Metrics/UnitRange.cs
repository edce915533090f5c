namespace EvalHarness.Metrics;

/// <summary>Which values a unit allows.</summary>
public static class UnitRange
{
    /// <summary>Why a value cannot be one of this unit; absent when it can.</summary>
    public static string? Fault(this Unit unit, double value) => unit switch
    {
        _ when !double.IsFinite(value) => FormattableString.Invariant($"{value} is no number"),
        Unit.Ratio when value is < 0 or > 1 => FormattableString.Invariant($"{value} is no ratio in [0, 1]"),
        Unit.YesNo when value is not (0 or 1) => FormattableString.Invariant($"{value} is neither 0 nor 1"),
        Unit.Signed when value is < -1 or > 1 => FormattableString.Invariant($"{value} is not in [-1, 1]"),
        Unit.Milliseconds or Unit.Tokens or Unit.Usd when value < 0 => FormattableString.Invariant($"{value} is below 0"),
        _ => null,
    };
}
