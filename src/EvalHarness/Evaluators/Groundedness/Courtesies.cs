using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Greetings, thanks, apologies and offers: they claim nothing, what stands behind them may.</summary>
internal static partial class Courtesies
{
    /// <summary>A sentence without the courtesies that it opens with; empty when it is nothing else.</summary>
    public static string Strip(string sentence)
    {
        var rest = Opening().Replace(sentence, "");
        return Whole().IsMatch(rest) ? "" : rest;
    }

    [GeneratedRegex(
        """
        ^(?:(?:
          (?:hi|hello|hey|dear)(?:\s+[\w'’-]+){0,2}
          |sure(?:\s+thing)?|certainly|of\s+course|absolutely
          |great|(?:great|good|excellent)\s+question|good\s+(?:morning|afternoon|evening)
          |thanks|thank\s+you(?:\s+(?:so|very)\s+much)?
          |(?:(?:I|we)(?:\s+am|\s+are|['’]m|['’]re)\s+)?(?:so\s+|very\s+)?sorry
        )(?:\s*[,!.]+\s+|\s+[–—-]\s+|[,!.]*$)(?:but\s+)?)+
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(
        """
        ^(?:(?:thanks|thank\s+you)\b(?!\s+to\b)
          |(?:great|good|excellent)\s+question\b
          |you(?:['’]re|\s+are)\s+welcome\b
          |I\s+hope\b|let\s+(?:me|us)\s+know\b|feel\s+free\b|please\s+let\b
          |(?:I|we)(?:\s+am|\s+are|['’]m|['’]re)\s+(?:happy|glad|sorry)\b
          |sorry\b|(?:I|we)\s+apologi[sz]e\b|(?:(?:my|our)\s+)?(?:sincere\s+)?apologies(?:\s+for\b|\s*[,.!]|\s*$)
          |if\s+you\b[^.]*\b(?:feel\s+free|let\s+(?:me|us)\s+know|hesitate\s+to|(?:happy|glad)\s+to\s+help))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
