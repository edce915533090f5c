using System.Text.RegularExpressions;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Diagnosis;

/// <summary>Whether two answers to one question say the same: each, read as the gold answer, is said by the other.</summary>
internal static class LikeAnswers
{
    public static string Definition => GoldMatcher.Definition;

    /// <summary>Abstentions are like each other and like no answer.</summary>
    /// <exception cref="RegexMatchTimeoutException">An answer is made to keep a pattern busy.</exception>
    public static bool Are(string question, Reply one, Reply other)
    {
        if (one.IsAbstention || other.IsAbstention)
            return one.IsAbstention && other.IsAbstention;
        return string.Equals(one.Text, other.Text, StringComparison.Ordinal) || (Says(question, one, other) && Says(question, other, one));
    }

    private static bool Says(string question, Reply gold, Reply answer) => GoldMatcher.Best(question, [gold.Text], answer.Text).IsMatch;
}
