using System.Globalization;
using EvalHarness.Metrics;

namespace EvalHarness.Statistics;

/// <summary>Numbers as people read them, in the unit that the metric has.</summary>
public static class Figure
{
    /// <summary>"71.4 %", "412 ms", "$0.00123".</summary>
    public static string Of(double value, Unit unit) => unit switch
    {
        Unit.Ratio or Unit.YesNo => Number(100 * value, "0.0") + " %",
        Unit.Milliseconds => Significant(value) + " ms",
        Unit.Usd => (value < 0 ? "−$" : "$") + Significant(Math.Abs(value)),
        Unit.Signed => Signed(Number(value, "0.00")),
        Unit.Words => Significant(value) + " words",
        _ => Significant(value),
    };

    /// <summary>A difference with its sign; of shares in percentage points: "+4.2 points".</summary>
    public static string OfDifference(double value, Unit unit) => unit switch
    {
        Unit.Ratio or Unit.YesNo => Signed(Number(100 * value, "0.0")) + " points",
        Unit.Tokens => Signed(Significant(value)) + " tokens",
        _ => Signed(Of(value, unit)),
    };

    /// <summary>A margin: "6.0 points", "412 ms".</summary>
    public static string Width(double value, Unit unit) => OfDifference(Math.Abs(value), unit).TrimStart('+');

    /// <summary>"[67.0, 75.4]", without the unit; an open end says so.</summary>
    public static string Interval(Estimate estimate, Unit unit) => $"[{Bound(estimate.Low, unit)}, {Bound(estimate.High, unit)}]";

    /// <summary>"[+1.0, +7.4]".</summary>
    public static string IntervalOfDifference(Estimate estimate, Unit unit) =>
        $"[{Signed(Bound(estimate.Low, unit))}, {Signed(Bound(estimate.High, unit))}]";

    /// <summary>"p = 0.021", "p &lt; 0.001".</summary>
    public static string P(double p) => p < 0.001 ? "< 0.001" : Number(p, "0.000");

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bound(double? bound, Unit unit) => bound switch
    {
        null => "unbounded",
        { } value when unit is Unit.Ratio or Unit.YesNo => Number(100 * value, "0.0"),
        { } value when unit is Unit.Signed => Number(value, "0.00"),
        { } value => Significant(value),
    };

    /// <summary>Three significant digits, never in powers of ten.</summary>
    private static string Significant(double value)
    {
        if (value == 0)
            return "0";
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12);
        return Number(Math.Round(value, decimals), decimals == 0 ? "#,0" : "#,0." + new string('0', decimals));
    }

    /// <summary>With a true minus, and never a negative nothing.</summary>
    private static string Number(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.Any(c => c is >= '1' and <= '9') ? "−" + text[1..] : text.TrimStart('-');
    }

    private static string Signed(string number) =>
        number.StartsWith('−') || number.StartsWith('+') || number == "unbounded" || !number.Any(c => c is >= '1' and <= '9') ? number : "+" + number;
}
