using System.Globalization;
using System.Text;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.TrainingData.Texts;

/// <summary>Text without what changes no wording: case, accents of Latin letters, punctuation, white space, full-width forms, ligatures.</summary>
/// <remarks>By tables: Unicode normalisation is not to be had in invariant globalisation.</remarks>
internal static class PlainText
{
    /// <summary>Words of letters and digits in lower case, one space between them; empty when there is neither letter nor digit.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in text)
        {
            if (IsDropped(letter))
                continue;
            if (!IsOfWord(letter))
            {
                gap = plain.Length > 0;
                continue;
            }

            if (gap)
                plain.Append(' ');
            gap = false;
            Append(plain, letter);
        }

        return plain.ToString();
    }

    public static int Words(string plain) => plain.Length == 0 ? 0 : plain.AsSpan().Count(' ') + 1;

    /// <summary>Whether it is the accent of the letter before it, written apart.</summary>
    public static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036F';

    private static void Append(StringBuilder plain, char letter)
    {
        if (char.IsAscii(letter))
        {
            plain.Append(char.ToLowerInvariant(letter));
            return;
        }

        // Full-width letters and digits stand in the order of ASCII.
        var narrow = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
        _ = Ligature(narrow) is { } letters ? plain.Append(letters) : plain.Append(Accents.Fold(narrow));
    }

    private static string? Ligature(char letter) => letter switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ß' or 'ẞ' => "ss",
        _ => null,
    };

    // It's and its are one word, and so is one with a soft hyphen in it.
    private static bool IsDropped(char letter) => letter is '\'' or '’' || (letter > '\u007F' && (IsAccent(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format));

    // The vowels of many scripts are marks; letters beyond the basic plane come in halves.
    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || (letter > '\u007F' && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate);
}
