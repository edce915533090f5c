using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How English replies say that they do not know.</summary>
internal static partial class EnglishPhrases
{
    [GeneratedRegex(
        """
        \b(?:(?<!\b(?:if|when)\s)(?:I|we)\s+(?:(?:really|simply|honestly|just|currently)\s+)?(?:do\s+not|don't|did\s+not|didn't)\s+(?:know|have\s+(?:\w+\s+){0,3}(?:information|details|data|answer|knowledge|access\s+to)|find\s+(?:\w+\s+){0,2}(?:information|answer|details|mention))
        |(?<!\b(?:if|when)\s)(?:I\s+am|I'm|we\s+are|we're)\s+(?:not\s+(?:sure|certain|aware\s+of|able\s+to\s+(?:answer|find|determine|provide|say))|unable\s+to\s+(?:answer|find|determine|provide|say))
        |(?<!\b(?:if|when)\s)(?:I|we)\s+(?:cannot|can't|can\s+not|could\s+not|couldn't)\s+(?:answer|find|determine|say|tell|locate|provide\s+(?:an?\s+|the\s+)?(?:answer|information))
        |cannot\s+be\s+(?:answered|determined)\s+(?:from|based\s+on|with|using)
        |(?:no|not\s+enough|insufficient)\s+(?:\w+\s+){0,2}(?:information|evidence|mention)\s+(?:\w+\s+){0,3}(?:in|from|provided|available|given|to\s+(?:answer|say|determine))
        |(?:passages?|context|documents?|documentation|articles?|sources?|help\s+cent(?:re|er)|text|search\s+results)\s+(?:provided\s+|given\s+|above\s+)?(?:do\s+not|does\s+not|don't|doesn't|did\s+not|didn't)\s+(?:\w+\s+){0,2}(?:say|mention|cover|contain|provide|specify|answer|include|state|give|explain)
        |is\s+not\s+(?:covered|mentioned|specified|stated|answered)\s+(?:in|by)\s+(?:the|these|this|our|any)\s+(?:\w+\s+){0,2}(?:passages?|context|documents?|documentation|articles?|sources?|help|text)
        |unanswerable)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    public static partial Regex Pattern();
}
