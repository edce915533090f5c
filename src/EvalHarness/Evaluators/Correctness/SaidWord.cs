using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Where an answer says a word of a gold answer.</summary>
internal sealed class SaidWord(ReadText answer)
{
    /// <summary>The places of a word with the gold answer's polarity; of those with another polarity <paramref name="denied"/> tells.</summary>
    public IReadOnlyList<int> Places(GoldAnswer gold, int word, out bool denied)
    {
        var said = Enumerable.Range(0, answer.Words.Count).Where(i => IsSame(gold, word, i)).ToList();
        var agreed = said.FindAll(i => Agrees(gold, word, i));
        denied = said.Count > 0 && agreed.Count == 0;
        return agreed;
    }

    private bool IsSame(GoldAnswer gold, int word, int at)
    {
        var (mine, given) = (gold.Read.Words[word], answer.Words[at]);
        if (mine.Stem == given.Stem)
            return true;
        if (gold.Read.NumeralAt(word) is { } number)
            return answer.NumeralAt(at) == number;
        if (!given.IsContent || mine.Stem.Length < 3 || given.Stem.Length < 3)
            return false;
        return Spelling.AreAlike(mine.Stem, given.Stem, gold.Read.IsCapital(word) && answer.IsCapital(at))
            || (answer.IsCapital(at) && Nicknames.AreOne(gold.Wording(word).ToLowerInvariant(), answer.Text[given.Start..given.End].ToLowerInvariant()));
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
