using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Cuts an answer into claims: sentences, list items and clauses that stand on their own.</summary>
/// <remarks>Questions, greetings, offers, abstentions and lead-ins (<c>Do this:</c>) claim nothing. A clause is cut off only where it has a subject of its own and both sides say something.</remarks>
public static partial class ClaimSplitter
{
    private const int LeastContentWords = 3;

    public static IReadOnlyList<Claim> Split(string answer)
    {
        var claims = new List<Claim>();
        foreach (var span in SentenceSplitter.Split(answer))
        {
            var sentence = Clean(answer[span.Start..span.End]);
            if (SaysSomething(sentence))
                claims.AddRange(Clauses(sentence).Select(clause => new Claim(clause, sentence)));
        }

        return claims;
    }

    /// <summary>A sentence without list bullet, emphasis and citation markers.</summary>
    internal static string Clean(string sentence) =>
        Bullet().Replace(Marker().Replace(sentence, " "), "").Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Trim();

    private static bool SaysSomething(string sentence) =>
        !sentence.EndsWith('?') && !IsLeadIn(sentence) && !Pleasantry().IsMatch(sentence) && ContentWords(sentence) > 0 && !AbstentionPhrases.Says(sentence);

    private static bool IsLeadIn(string sentence) => sentence.EndsWith(':') && !sentence.Any(char.IsAsciiDigit);

    private static IEnumerable<string> Clauses(string sentence)
    {
        var start = 0;
        foreach (Match joint in Joint().Matches(sentence))
        {
            if (ContentWords(sentence[start..joint.Index]) < LeastContentWords || ContentWords(sentence[(joint.Index + joint.Length)..]) < LeastContentWords)
                continue;
            yield return sentence[start..joint.Index].Trim();
            start = joint.Index + joint.Length;
        }

        yield return start == 0 ? sentence : sentence[start..].Trim();
    }

    private static int ContentWords(string text) => WordReader.Read(text).Count(w => w.IsContent);

    [GeneratedRegex(@"^\s*(?:[-*•–]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s*\[[^\[\]\n]{1,60}\](?!\()|\s*\((?:source|see|cf\.?)[^()\n]{0,80}\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"^(?:(?:hi|hello|hey|dear|thanks?|thank\s+you|sure|certainly|of\s+course|great|good\s+(?:morning|afternoon|evening|question)|you'?re\s+welcome)\b[^.]{0,60}[!,.]?$|(?:I\s+hope|let\s+(?:me|us)\s+know|feel\s+free|please\s+let|(?:I|we)(?:\s+am|\s+are|'m|'re)\s+(?:happy|glad|sorry)|sorry|(?:I\s+)?apologi))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pleasantry();

    [GeneratedRegex(@"\s*;\s+|,\s+(?:and|but|while|whereas|so)\s+(?=(?:you|it|they|he|she|we|I|the|a|an|this|that|these|those|your|its|their|his|her|there|all|both|each|no)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
