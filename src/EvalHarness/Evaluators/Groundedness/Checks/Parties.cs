using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What stands before and behind a word: who does it, and to whom.</summary>
/// <param name="Before">The nearest words with content before it, as a range.</param>
/// <param name="Behind">The nearest behind it, or behind the <c>by</c> or <c>than</c> that belongs to it.</param>
/// <param name="IsPassive">A <c>by</c> exchanges the two.</param>
/// <param name="IsAgentless">A passive without <c>by</c>: what stands before it is whom it is done to.</param>
internal readonly record struct Parties((int First, int End) Before, (int First, int End) Behind, bool IsPassive, bool IsAgentless)
{
    private const int ByReach = 2;
    private const int ThanReach = 4;

    private static readonly FrozenSet<string> Titles = new[] { "mr", "mrs", "ms", "dr", "prof", "sir" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="clause">The words of the clause that it stands in.</param>
    public static Parties Of(WordRun run, int word, (int First, int End) clause)
    {
        var (at, isPassive) = (word + 1, false);
        for (var i = word + 1; i < Math.Min(clause.End, word + 1 + ThanReach); i++)
        {
            if (run.Words[i].Stem is "than")
                at = i + 1;
            else if (run.Words[i].Stem is "by" && i <= word + ByReach)
                (at, isPassive) = (i + 1, true);
        }

        while (at < clause.End && !IsParty(run, at))
            at++;
        var end = at;
        while (end < clause.End && IsParty(run, end))
            end++;
        var last = word;
        while (last > clause.First && !IsParty(run, last - 1))
            last--;
        var first = last;
        while (first > clause.First && IsParty(run, first - 1))
            first--;
        return new Parties((first, last), (at, end), isPassive, !isPassive && IsParticiple(run, word));
    }

    /// <summary>Nothing but auxiliaries and the like stands between the word and who does it: then it is a verb.</summary>
    public bool IsVerb(WordRun run, int word)
    {
        for (var i = Before.End; i < word; i++)
        {
            if (run.Words[i].Stem is "a" or "an" or "the" or "of" or "in" or "on" or "at" or "for" or "with" or "to" or "from" or "by" or "as" or "and" or "or" or "their" or "his" or "her" or "its" or "your")
                return false;
        }

        return Before.End > Before.First && !run[Before.End - 1].EndsWith("ly", StringComparison.Ordinal);
    }

    /// <summary>Nothing but an article, <c>by</c>, <c>to</c> or <c>than</c> stands between the word and what follows it.</summary>
    public bool HasObject(WordRun run, int word)
    {
        for (var i = word + 1; i < Behind.First; i++)
        {
            if (run.Words[i].Lexeme.IsFunction && run.Words[i].Stem is not ("a" or "an" or "the" or "by" or "to" or "than" or "with"))
                return false;
        }

        return Behind.End > Behind.First;
    }

    /// <summary><c>was arrested</c>, <c>has been sold</c>.</summary>
    private static bool IsParticiple(WordRun run, int word)
    {
        var looksLike = run[word] is [.., 'e', 'd'] or [.., 'e', 'n'] or [.., 'l', 'd'] or [.., 'u', 'n', 'g'] or [.., 'h', 't'] or [.., 'w', 'n'];
        for (var i = word - 1; looksLike && i >= Math.Max(0, word - ByReach); i--)
        {
            if (run.Words[i].Stem is "was" or "were" or "is" or "are" or "be" or "been" or "being" or "got" or "get")
                return true;
        }

        return false;
    }

    /// <summary>The range ends in a name: two words with capitals, or one inside a sentence; days, months and titles are none.</summary>
    public static bool IsName(WordRun run, (int First, int End) range)
    {
        var last = range.End - 1;
        if (last < range.First || !char.IsUpper(run[last][0]) || Titles.Contains(run.Words[last].Stem) || Contrasts.Of(run.Words[last]) is not null || DateRule.IsMonth(run[last].ToString().ToLowerInvariant()))
            return false;
        return last == range.First ? last > 0 && run.Before(last).Trim() is "" : char.IsUpper(run[last - 1][0]);
    }

    private static bool IsParty(WordRun run, int i) => run.Words[i].IsContent && run.Words[i].Lexeme.Number is null && Units.Find(run[i]) is null;
}
