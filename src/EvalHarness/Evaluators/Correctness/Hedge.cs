using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Two things that an answer offers because it does not know which: <c>either Paris or Lyon</c>, <c>it could be 30 or 60 minutes</c>.</summary>
/// <param name="Rest">The answer without them.</param>
internal sealed partial record Hedge(string Left, string Right, string Rest)
{
    /// <summary>The first that the answer offers; nothing where the question itself asks for one of several.</summary>
    public static Hedge? Find(string answer, string question)
    {
        if (AsksForEither().IsMatch(question) || Offer().Match(answer) is not { Success: true } offer)
            return null;
        return new Hedge(offer.Groups["left"].Value, offer.Groups["right"].Value, answer.Remove(offer.Index, offer.Length));
    }

    [GeneratedRegex(@"\b(?:either|or)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsksForEither();

    [GeneratedRegex(
        @"\b(?:either|maybe|perhaps|possibly|(?:might|could|may)\s+(?:have\s+been|be))\s+(?<left>[^.;!?\n]{1,60}?),?\s+or\s+(?<right>[^.;!?\n]{1,60})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Offer();
}
