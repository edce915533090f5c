using System.Globalization;
using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>Arithmetic on numbers as they are written, exact where a decimal can hold them.</summary>
internal static class JsonNumber
{
    public static int Compare(JsonElement a, JsonElement b) =>
        TryExact(a, out var left) && TryExact(b, out var right) ? left.CompareTo(right) : a.GetDouble().CompareTo(b.GetDouble());

    public static bool IsMultiple(JsonElement number, JsonElement divisor) =>
        TryExact(number, out var exact) && TryExact(divisor, out var exactDivisor)
            ? exact % exactDivisor == 0
            : number.GetDouble() % divisor.GetDouble() == 0;

    /// <summary>Whether it has no fraction: 1.0 and 1e300 have none.</summary>
    public static bool IsInteger(JsonElement number)
    {
        var text = number.GetRawText().AsSpan();
        var exponentAt = text.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..].TrimEnd('0');
        if (exponentAt < 0)
            return fraction.Length == 0;
        // An exponent that no long can hold is one of a number so large, or so small, that only its sign matters.
        var exponent = long.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : text[exponentAt + 1] == '-' ? long.MinValue : long.MaxValue;
        return fraction.Length > 0 ? exponent >= fraction.Length : exponent >= -TrailingZeros(mantissa, point) || IsZero(mantissa);
    }

    private static int TrailingZeros(ReadOnlySpan<char> mantissa, int point)
    {
        var whole = point < 0 ? mantissa : mantissa[..point];
        return whole.Length - whole.TrimEnd('0').Length;
    }

    private static bool IsZero(ReadOnlySpan<char> mantissa) => mantissa.IndexOfAnyInRange('1', '9') < 0;

    // A decimal rounds what is too small for it to 0.
    private static bool TryExact(JsonElement number, out decimal value) => number.TryGetDecimal(out value) && (value != 0 || number.GetDouble() == 0);
}
