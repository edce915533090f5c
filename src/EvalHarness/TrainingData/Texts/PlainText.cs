using System.Globalization;
using System.Text;

namespace EvalHarness.TrainingData.Texts;

/// <summary>Text without what changes no wording: case, accents, punctuation, white space, compatibility forms.</summary>
internal static class PlainText
{
    /// <summary>Words of letters and digits in lower case, one space between them; empty when there is neither letter nor digit.</summary>
    public static string Of(string text)
    {
        var decomposed = System.Text.Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKD);
        var plain = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in decomposed)
        {
            if (letter is '\'' or '’' || IsMark(letter))
                continue;
            if (!char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter))
            {
                gap = plain.Length > 0;
                continue;
            }

            if (gap)
                plain.Append(' ');
            gap = false;
            plain.Append(char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }

    public static int Words(string plain) => plain.Length == 0 ? 0 : plain.AsSpan().Count(' ') + 1;

    private static bool IsMark(char letter) => letter > '\u007F' && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
