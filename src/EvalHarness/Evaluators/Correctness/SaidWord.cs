using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Where an answer says a word of a gold answer.</summary>
/// <param name="answer">The answer.</param>
/// <param name="question">A word that it repeats from the question is no misspelled other one: <c>Monet</c> is not <c>Manet</c>.</param>
/// <param name="mayBeMisspelled">Whether one letter off is the same name; not where every name is given.</param>
internal sealed class SaidWord(ReadText answer, ReadText question, bool mayBeMisspelled)
{
    /// <summary>The places of a word with the gold answer's polarity, and whether it is said with the other one alone, or at last.</summary>
    public (IReadOnlyList<int> Places, bool IsDenied) Find(GoldAnswer gold, int word)
    {
        var said = Find(answer.Stems.Contains(gold.Stem(word)) ? i => answer.Words[i].Stem == gold.Stem(word) : i => IsLike(gold, word, i));
        var agreed = said.FindAll(i => Agrees(gold, word, i));
        var isDenied = said.Count > agreed.Count && (agreed.Count == 0 || (!gold.IsSentence && agreed[^1] < said[^1]));
        return (isDenied ? [] : agreed, isDenied);
    }

    private List<int> Find(Predicate<int> isSame) => Enumerable.Range(0, answer.Words.Count).Where(i => isSame(i)).ToList();

    private bool IsLike(GoldAnswer gold, int word, int at)
    {
        var (mine, given) = (gold.Read.Words[word], answer.Words[at]);
        if (gold.Read.NumeralAt(word) is { } number)
            return answer.NumeralAt(at) == number;
        if (!given.IsContent || mine.Stem.Length < 3 || given.Stem.Length < 3 || question.Stems.Contains(given.Stem))
            return false;
        var isName = gold.Read.IsCapital(word) && answer.IsCapital(at);
        return Spelling.AreOneWord(mine.Stem, given.Stem, isName)
            || (mayBeMisspelled && Spelling.IsMisspelled(mine.Stem, given.Stem, isName))
            || (isName && Nicknames.AreOne(gold.Wording(word).ToLowerInvariant(), answer.Text[given.Start..given.End].ToLowerInvariant()));
    }

    /// <summary>Of a statement every negation that reaches the word counts, of a name one that denies the name itself: <c>not Paris</c>.</summary>
    private bool Agrees(GoldAnswer gold, int word, int at) =>
        gold.IsSentence || gold.IsNegated(word) ? answer.IsNegated[at] == gold.IsNegated(word) : !(answer.IsNegated[at] && IsDenied(gold, at));

    private bool IsDenied(GoldAnswer gold, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            var word = answer.Words[i];
            if (word.Lexeme.IsNegator)
                return true;
            if (word.IsContent && !gold.Words.Any(w => gold.Stem(w) == word.Stem) && !answer.Text[word.Start..word.End].EndsWith("ly", StringComparison.Ordinal))
                return false;
        }

        return false;
    }
}
