using System.Globalization;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>The number that stands behind a name: <c>Edward VII</c>, <c>Edward the Seventh</c>, <c>Queen Mary 2</c>.</summary>
internal static class Numeral
{
    private const int Highest = 39;

    /// <summary>1 to 39; nothing where the word is no such number.</summary>
    /// <param name="written">As it stands in the text; Roman numerals are upper case.</param>
    /// <param name="stem">Of an ordinal its figure: <c>7th</c>.</param>
    public static int? Of(ReadOnlySpan<char> written, string stem)
    {
        var digits = stem.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : stem.Length;
        if (digits > 0 && stem.AsSpan(digits) is "" or "st" or "nd" or "rd" or "th")
            return int.TryParse(stem.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= Highest ? value : null;
        return Roman(written);
    }

    private static int? Roman(ReadOnlySpan<char> written)
    {
        var (sum, last) = (0, 0);
        for (var i = written.Length - 1; i >= 0; i--)
        {
            var letter = written[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
            if (letter == 0)
                return null;
            sum += letter < last ? -letter : letter;
            last = Math.Max(last, letter);
        }

        return sum is >= 1 and <= Highest ? sum : null;
    }
}
