using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Cuts an answer into claims: sentences, list items, clauses that stand on their own, table cells, fenced code.</summary>
/// <remarks>
/// Questions, courtesies and abstentions claim nothing; headings, lists of sources and lead-ins (<c>Do this:</c>) nothing beside claims.
/// A clause is cut off only where it has a subject of its own and both sides say something.
/// </remarks>
public static partial class ClaimSplitter
{
    private const int LeastContentWords = 3;

    /// <summary>What an answer claims; one of nothing but a heading, a list of sources or a <c>Yes</c> claims that: what is shown to the asker is never passed unread.</summary>
    public static IReadOnlyList<Claim> Split(string answer)
    {
        var (claims, before) = (new List<Claim>(), "");
        foreach (var statement in Statements(answer))
        {
            foreach (var claim in statement.Claims)
            {
                claims.Add(claim with { Before = before });
                before = claim.Text;
            }
        }

        return claims.Count > 0 || LeftOver(answer) is not { Length: > 0 } rest ? claims : [new Claim(rest, rest)];
    }

    /// <summary>The same; a text that claims nothing is one claim: a gold answer and what is compared with it always say something, be it a title that ends with a question mark.</summary>
    internal static IReadOnlyList<Claim> SplitOrWhole(string text) => Split(text) is { Count: > 0 } claims ? claims : [new Claim(text, text)];

    /// <summary>All that the answer says, also what claims nothing.</summary>
    internal static IReadOnlyList<AnswerSentence> Statements(string answer) => [.. AnswerBlocks.Read(answer).SelectMany(block => block.Kind switch
    {
        BlockKind.Table => MarkdownTable.Rows(block.Text),
        BlockKind.Code => [Code(block.Text)],
        _ => SentenceSplitter.Split(block.Text).Select(span => Sentence(Clean(block.Text[span.Start..span.End]))),
    })];

    /// <summary>A line that lists sources, and says nothing else.</summary>
    internal static bool ListsSources(string sentence) => Sources().IsMatch(sentence);

    /// <summary>A sentence without list bullet, emphasis, link addresses and citation markers; inline code is left as it is.</summary>
    internal static string Clean(string sentence)
    {
        var text = Marker().Replace(sentence, marker => marker.Value[0] == '`' ? marker.Value : IsBeforeWord(sentence, marker) ? " " : "");
        return Link().Replace(Bullet().Replace(text, ""), "${text}").Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Trim();
    }

    private static bool IsBeforeWord(string text, Match marker) => marker.Index + marker.Length < text.Length && char.IsLetterOrDigit(text[marker.Index + marker.Length]);

    private static AnswerSentence Sentence(string text)
    {
        var sentence = Courtesies.Strip(text);
        if (sentence.EndsWith('?') || IsLeadIn(sentence) || ListsSources(sentence))
            return new AnswerSentence(text, []);
        return new AnswerSentence(text, [.. Clauses(sentence).Where(Says).Select(clause => new Claim(clause, sentence))]);
    }

    /// <summary>Lines that are no questions, courtesies or abstentions.</summary>
    private static string LeftOver(string answer) => string.Join(
        ' ',
        answer.Split('\n').SelectMany(line => SentenceSplitter.Split(line).Select(span => Clean(line[span.Start..span.End]).TrimStart('#', ' ')))
            .Where(text => text.Any(char.IsLetterOrDigit) && Courtesies.Strip(text).Length > 0 && !text.EndsWith('?') && !AbstentionPhrases.Says(text)));

    private static bool Says(string clause) => ContentWords(clause) > 0 && !AbstentionPhrases.Says(clause);

    /// <summary>Code says one thing: that it does what was asked for.</summary>
    private static AnswerSentence Code(string text) => new(text, ContentWords(text) > 0 ? [new Claim(text, text)] : []);

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

    [GeneratedRegex(@"^\s*(?:[-*+•–]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"`[^`\n]+`|\s*\[[^\[\]\n]{1,60}\](?!\()|\s*【[^【】\n]{1,60}】|\s*\((?:sources?|see|cf\.?)\b[^()\n]{0,80}\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\[(?<text>[^\[\]\n]+)\]\([^()\s]*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\W*(?:sources?|references?|citations?)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sources();

    [GeneratedRegex(
        """
        \s*;\s+
        |,\s+(?:and|but|while|whereas|so)\s+(?=(?:you|it|they|he|she|we|I|the|a|an|this|that|these|those|your|its|their|his|her|there|all|both|each|no)\b
          |(?:[\p{L}'’-]+\s+){1,2}(?:is|are|was|were|has|have|had|can|cannot|will|would|may|must|should|does|do|did)\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
