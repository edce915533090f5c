using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>What a worked calculation comes to: the numbers on the way to it are no answers.</summary>
internal static partial class Conclusion
{
    private const int LeastSteps = 2;

    /// <summary>The last sentence that begins with <c>therefore</c> or the like and has a number, else what stands behind the last equals sign; nothing where nothing is worked out.</summary>
    public static string? Of(string answer)
    {
        if (answer.Count(c => c is '=' or '≈') < LeastSteps)
            return null;
        var sentences = SentenceSplitter.Split(answer).Select(s => answer[s.Start..s.End]);
        return sentences.LastOrDefault(s => Drawn().IsMatch(s) && s.Any(char.IsAsciiDigit)) ?? answer[(answer.LastIndexOfAny(['=', '≈']) + 1)..];
    }

    [GeneratedRegex(@"^\W*(?:therefore|thus|hence|so|in conclusion|the (?:final )?answer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Drawn();
}
