using System.Text;
using EvalHarness.Datasets;

namespace EvalHarness.Imports.Datasets;

/// <summary>Turns SQuAD's offsets, which count code points, into ours, which count UTF-16 code units.</summary>
internal static class SquadOffset
{
    /// <summary>Where the answer stands in the paragraph as we write it (<see cref="ArticleText.Body"/>); nothing when it is not there.</summary>
    public static TextSpan? Find(string context, string answer, int codePoints)
    {
        if (CodeUnits(context, codePoints) is not { } at || string.CompareOrdinal(context, at, answer, 0, answer.Length) != 0)
            return null;
        // Line ends of two characters become one, and empty lines above fall away.
        var shift = context.Length - ArticleText.Body(context).Length - (context[at..].Length - LineEnds(context[at..]).Length);
        return new TextSpan(at - shift, at - shift + LineEnds(answer).Length);
    }

    /// <summary>Nothing when the text is shorter.</summary>
    public static int? CodeUnits(string text, int codePoints)
    {
        if (codePoints < 0)
            return null;
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- == 0)
                return units;
            units += rune.Utf16SequenceLength;
        }

        return codePoints == 0 ? units : null;
    }

    private static string LineEnds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
