using System.Buffers;
using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>In which clause each word stands, wide (<c>;</c>, <c>while</c>, <c>but</c>) and narrow (commas, <c>and</c>, <c>if</c> too): a number belongs to the words of its own clause first.</summary>
/// <remarks>A record's field is one clause.</remarks>
internal sealed class Clauses
{
    private static readonly SearchValues<char> WideMarks = SearchValues.Create(";:—");
    private static readonly SearchValues<char> NarrowMarks = SearchValues.Create(",()–|");

    private static readonly FrozenSet<string> WideJoints = Set("while whereas but although though whilst unlike however");
    private static readonly FrozenSet<string> NarrowJoints = Set("and or against versus vs which who whose because if unless when");

    private readonly int[] wide;
    private readonly int[] narrow;

    public Clauses(string text, IReadOnlyList<Word> words, IReadOnlyList<(int First, int End)> sentences, IReadOnlyList<bool> fields)
    {
        (wide, narrow) = (new int[words.Count], new int[words.Count]);
        var (w, n) = (0, 0);
        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            var (first, end) = sentences[sentence];
            (w, n) = (w + 1, n + 1);
            for (var i = first; i < end; i++)
            {
                if (i > first && !fields[sentence])
                    (w, n) = Next(text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End), words[i].Stem, w, n);
                (wide[i], narrow[i]) = (w, n);
            }
        }
    }

    /// <summary>The words around this one that share its clause and sentence.</summary>
    public (int First, int End) Around(int word, bool isWide, (int First, int End) sentence)
    {
        var clause = isWide ? wide : narrow;
        var (first, end) = (word, word + 1);
        while (first > sentence.First && clause[first - 1] == clause[word])
            first--;
        while (end < sentence.End && clause[end] == clause[word])
            end++;
        return (first, end);
    }

    private static (int Wide, int Narrow) Next(ReadOnlySpan<char> between, string stem, int wide, int narrow)
    {
        var isBlank = between is " ";
        if ((!isBlank && between.ContainsAny(WideMarks)) || WideJoints.Contains(stem))
            return (wide + 1, narrow + 1);
        return (wide, (!isBlank && between.ContainsAny(NarrowMarks)) || NarrowJoints.Contains(stem) ? narrow + 1 : narrow);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
