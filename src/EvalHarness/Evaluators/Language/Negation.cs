using System.Buffers;

namespace EvalHarness.Evaluators.Language;

/// <summary>Which words of a sentence stand under a <c>not</c>, <c>never</c>, <c>without</c>.</summary>
internal static class Negation
{
    /// <summary>How many content words a negator reaches.</summary>
    private const int Reach = 4;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:.—(");

    /// <param name="first">The sentence's first word.</param>
    /// <param name="end">The word after its last.</param>
    public static void Mark(WordRun run, int first, int end, Span<bool> negated)
    {
        for (var i = first; i < end; i++)
        {
            if (run.Words[i].Lexeme.IsNegator && !IsNoNegation(run, i))
                MarkAfter(run, i + 1, end, negated);
        }
    }

    private static void MarkAfter(WordRun run, int from, int end, Span<bool> negated)
    {
        for (int i = from, reached = 0; i < end && reached < Reach; i++)
        {
            if (i > from && EndsClause(run, i))
                return;
            negated[i] = true;
            if (run.Words[i].IsContent)
                reached++;
        }
    }

    private static bool EndsClause(WordRun run, int i) =>
        run.Before(i).ContainsAny(ClauseMarks) || run.Is(i, "but") || run.Is(i, "until") || run.Is(i, "unless") || run.Is(i, "because") || run.Is(i, "and") || run.Is(i, "without") || run.Is(i, "if");

    /// <summary><c>not only</c>, <c>no later than</c>, <c>No.</c> as an answer's first word.</summary>
    private static bool IsNoNegation(WordRun run, int i) =>
        run.Is(i + 1, "only") || run.Is(i + 1, "later") || run.Is(i + 1, "just") || (run.Is(i, "no") && i + 1 < run.Count && run.Before(i + 1).ContainsAny(ClauseMarks));
}
