using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Cuts an answer into claims: sentences, list items, clauses that stand on their own, table cells, fenced code.</summary>
/// <remarks>Questions, courtesies, abstentions, headings, lists of sources and lead-ins (<c>Do this:</c>) claim nothing. A clause is cut off only where it has a subject of its own and both sides say something.</remarks>
public static partial class ClaimSplitter
{
    private const int LeastContentWords = 3;

    public static IReadOnlyList<Claim> Split(string answer) => [.. Statements(answer).SelectMany(statement => statement.Claims)];

    /// <summary>All that the answer says, also what claims nothing.</summary>
    internal static IReadOnlyList<Statement> Statements(string answer) => [.. AnswerBlocks.Read(answer).SelectMany(block => block.Kind switch
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

    private static Statement Sentence(string text)
    {
        var sentence = Courtesies.Strip(text);
        if (sentence.EndsWith('?') || IsLeadIn(sentence) || ListsSources(sentence))
            return new Statement(text, []);
        return new Statement(text, [.. Clauses(sentence).Where(Says).Select(clause => new Claim(clause, sentence))]);
    }

    private static bool Says(string clause) => ContentWords(clause) > 0 && !AbstentionPhrases.Says(clause);

    /// <summary>Code says one thing: that it does what was asked for.</summary>
    private static Statement Code(string text) => new(text, ContentWords(text) > 0 ? [new Claim(text, text)] : []);

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
