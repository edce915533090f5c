using System.Collections.Frozen;
using System.Numerics;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What the evidence denies must not be claimed, nor the reverse. Asked only where the wording is close: elsewhere a <c>not</c> says little.</summary>
internal sealed class NegationCheck : IClaimCheck
{
    private const double Factor = 0.38;
    private const int LeastDenied = 2;
    private const double LeastShare = 0.7;

    /// <summary>Words that deny in their own way, or ask: beside them a <c>not</c> decides nothing.</summary>
    private static readonly FrozenSet<string> Doubtful =
        "avoid instead rather unlike unlikely little few barely fail failed lack prevent refuse deny denied stop stopped if unless short half even yet"
            .Split(' ').Select(w => Lexicon.Find(w).Stem).ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        if (Contradiction(match) is { } contradiction)
        {
            yield return contradiction;
            yield break;
        }

        if (match.Closest is not { } closest)
            yield break;
        var denied = match.Texts[closest.Text].Negated[closest.First];
        var said = match.Texts[closest.Text].Masks[closest.First] & ~denied;
        // Where both deny something, which words each "not" belongs to is guesswork.
        var mine = match.Claim.NegatedStems;
        var clash = denied == 0 ? mine & said : mine == 0 ? denied & ~said : 0;
        // A sentence may deny an aside; what a claim denies it says on purpose.
        if (mine == 0 && BitOperations.PopCount(clash) < LeastDenied)
            yield break;
        if (clash != 0)
            yield return new Objection(Factor, Reason(match, clash));
    }

    /// <summary>A sentence says the same, but for the word that a <c>not</c> stands right before on one side alone.</summary>
    private static Objection? Contradiction(EvidenceMatch match)
    {
        var claim = match.Claim;
        if (claim.Words.Exists(w => Doubtful.Contains(w.Stem)))
            return null;
        var mine = Heads(claim.Words, 0, claim.Words.Count, i => claim.WordBits[i]);
        foreach (var close in match.Close)
        {
            var (first, end) = close.Words;
            if (close.Text.Evidence.Fields[close.Sentence] || match.Coverage(close.Text.Known(close.Sentence) | (claim.Names & match.All)) < LeastShare)
                continue;
            var theirs = Heads(close.Text.Evidence.Words, first, end, close.Text.Bit);
            var (said, denied) = (close.Text.Masks[close.Sentence], close.Text.Negated[close.Sentence]);
            if (IsDoubtful(close) || (mine.Any && theirs.Any && (claim.NegatedStems & ~denied) != 0))
                return null;
            var clash = (theirs.Mask & claim.Own & ~claim.NegatedStems) | (mine.Mask & said & ~denied);
            // The same sentence, or another as close, agrees.
            if (clash == 0 || match.Share(Clause(close, clash) | (claim.Names & match.All), claim.Own) < LeastShare)
                return null;
            return new Objection(Factor, Reason(match, clash), true);
        }

        return null;
    }

    /// <summary>The claim's stems in the wide clauses of the words that clash.</summary>
    private static ulong Clause(CloseSentence close, ulong clash)
    {
        var mask = 0UL;
        for (var i = close.Words.First; i < close.Words.End; i++)
            mask |= close.Text.Bit(i) is var bit and >= 0 && (clash >> bit & 1) != 0 ? close.Stems(i, isWide: true) : 0;
        return mask;
    }

    /// <summary>The stems right behind a negator.</summary>
    private static (ulong Mask, bool Any) Heads(IReadOnlyList<Word> words, int first, int end, Func<int, int> bitOf)
    {
        var (mask, any) = (0UL, false);
        for (var i = first; i < end; i++)
        {
            if (!words[i].Lexeme.IsNegator)
                continue;
            any = true;
            if (words[i].Stem is "without" or "neither" or "nor" or "no" || (i + 1 < end && words[i + 1].Stem is "only" or "just"))
                continue;
            var head = i + 1;
            while (head < end && words[head].Lexeme.IsFunction)
                head++;
            mask |= head < end && bitOf(head) is var bit and >= 0 ? 1UL << bit : 0;
        }

        return (mask, any);
    }

    private static bool IsDoubtful(CloseSentence close)
    {
        for (var i = close.Words.First; i < close.Words.End; i++)
        {
            if (Doubtful.Contains(close.Text.Evidence.Words[i].Stem))
                return true;
        }

        return false;
    }

    private static string Reason(EvidenceMatch match, ulong clash) => $"the evidence says the opposite about '{match.Claim.Wording(BitOperations.TrailingZeroCount(clash))}'";
}
