using System.Buffers;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How English replies say that they do not know, for contracts that name no phrases of their own.</summary>
internal static partial class AbstentionPhrases
{
    /// <summary>Whether a reply or one of its sentences says so; <c>If you don't know your password</c> does not.</summary>
    public static bool Says(string text) => text.AsSpan().ContainsAny(Cues) && Pattern().IsMatch(text.Replace('’', '\''));

    /// <summary>Every phrase contains one of these: looking for them first is far cheaper.</summary>
    private static readonly SearchValues<string> Cues = SearchValues.Create(["not", "n't", "n’t", "no ", "unable", "insufficient", "unanswerable"], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        """
        \b(?:(?:I|we)\s+(?:(?:really|simply|honestly|just|currently)\s+)?(?:do\s+not|don't|did\s+not|didn't)\s+(?:know|have\s+(?:\w+\s+){0,3}(?:information|details|data|answer|knowledge|access\s+to)|find\s+(?:\w+\s+){0,2}(?:information|answer|details|mention))
        |(?:I\s+am|I'm|we\s+are|we're)\s+(?:not\s+(?:sure|certain|aware\s+of|able\s+to\s+(?:answer|find|determine|provide|say))|unable\s+to\s+(?:answer|find|determine|provide|say))
        |(?:I|we)\s+(?:cannot|can't|can\s+not|could\s+not|couldn't)\s+(?:answer|find|determine|say|tell|locate|provide\s+(?:an?\s+|the\s+)?(?:answer|information))
        |cannot\s+be\s+(?:answered|determined)\s+(?:from|based\s+on|with|using)
        |(?:no|not\s+enough|insufficient)\s+(?:\w+\s+){0,2}(?:information|evidence|mention)\s+(?:\w+\s+){0,3}(?:in|from|provided|available|given|to\s+(?:answer|say|determine))
        |(?:passages?|context|documents?|documentation|articles?|sources?|help\s+cent(?:re|er)|text|search\s+results)\s+(?:provided\s+|given\s+|above\s+)?(?:do\s+not|does\s+not|don't|doesn't|did\s+not|didn't)\s+(?:\w+\s+){0,2}(?:say|mention|cover|contain|provide|specify|answer|include|state|give|explain)
        |is\s+not\s+(?:covered|mentioned|specified|stated|answered)\s+(?:in|by)\s+(?:the|these|this|our|any)\s+(?:\w+\s+){0,2}(?:passages?|context|documents?|documentation|articles?|sources?|help|text)
        |unanswerable)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
