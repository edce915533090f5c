using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>A word of the claim in whose place, in a clause that says the same otherwise, the evidence has one that excludes it: <c>before</c> for <c>after</c>, <c>all</c> for <c>most</c>, <c>Sunday</c> for <c>Saturday</c>.</summary>
internal sealed class OppositeCheck : IClaimCheck
{
    private const double Factor = 0.4;
    private const double LeastShare = 0.7;

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        var claim = match.Claim;
        for (var word = 0; word < claim.Words.Count; word++)
        {
            if (claim.Contrasts[word] is not { } mine || IsFixedPhrase(claim.Text, claim.Words, word))
                continue;
            if (Opposite(match, word, mine) is { } theirs)
                yield return new Objection(Factor, $"the evidence has '{theirs}', not '{claim.Text[claim.Words[word].Start..claim.Words[word].End]}'", true);
        }
    }

    private static string? Opposite(EvidenceMatch match, int word, (int Axis, int Side) mine)
    {
        var claim = match.Claim;
        var (same, opposite, wording) = (0.0, 0.0, "");
        foreach (var close in match.Close)
        {
            var hasBoth = HasBoth(close, mine);
            if (HasOther(claim, word, mine) && !hasBoth)
                return null;
            // Where the sentence has both sides, what follows them tells them apart.
            var behind = Contrasts.TurnsOrder(mine.Axis) || hasBoth ? Behind(claim, word) : 0;
            var around = behind != 0 ? behind : claim.Around(word, least: 1);
            for (var there = close.Words.First; there < close.Words.End; there++)
            {
                var evidence = close.Text.Evidence;
                if (Contrasts.Of(evidence.Words[there]) is not { } theirs || theirs.Axis != mine.Axis || IsFixedPhrase(evidence.Text, evidence.Words, there))
                    continue;
                var share = Share(match, close, there, around, behind != 0, hasBoth);
                var isSame = !Contrasts.Exclude(mine.Axis, mine.Side, theirs.Side) || evidence.Negated[there] != claim.Negated[word];
                if (isSame)
                    same = Math.Max(same, share);
                else if (share > opposite)
                    (opposite, wording) = (share, close.Wording(there));
            }
        }

        return opposite >= LeastShare && opposite > same ? wording : null;
    }

    private static bool HasBoth(CloseSentence close, (int Axis, int Side) mine)
    {
        var (same, other) = (false, false);
        for (var there = close.Words.First; there < close.Words.End; there++)
        {
            if (Contrasts.Of(close.Text.Evidence.Words[there]) is { } theirs && theirs.Axis == mine.Axis)
                (same, other) = (same || theirs.Side == mine.Side, other || theirs.Side != mine.Side);
        }

        return same && other;
    }

    /// <summary>Of a word that turns the order round only what follows it is the same: <c>more shots than Kessel</c>.</summary>
    private static ulong Behind(PreparedClaim claim, int word)
    {
        var mask = 0UL;
        for (var i = word + 1; i < claim.Clauses.Around(word, isWide: false, (0, claim.Words.Count)).End; i++)
            mask |= claim.WordBits[i] is var bit and >= 0 ? 1UL << bit : 0;
        return mask;
    }

    private static double Share(EvidenceMatch match, CloseSentence close, int there, ulong around, bool isBehind, bool hasBoth)
    {
        var all = match.Weight(around);
        if (all <= 0)
            return 0;
        if (isBehind)
            return match.Weight(close.StemsBehind(there) & around) / all;
        var narrow = match.Weight(close.Stems(there, isWide: false) & around) / all;
        var wide = match.Weight(close.Stems(there, isWide: true) & around) / all;
        return hasBoth ? narrow : (narrow + wide) / 2;
    }

    /// <summary>The claim has another side too; of quantifiers, in the same clause.</summary>
    private static bool HasOther(PreparedClaim claim, int word, (int Axis, int Side) mine)
    {
        var (first, end) = Contrasts.IsQuantifier(mine.Axis) ? claim.Clauses.Around(word, isWide: false, (0, claim.Words.Count)) : (0, claim.Words.Count);
        for (var i = first; i < end; i++)
        {
            if (claim.Contrasts[i] is { } other && other.Axis == mine.Axis && other.Side != mine.Side)
                return true;
        }

        return false;
    }

    /// <summary><c>the most common</c>, <c>at most</c>, <c>over the years</c> before no number, <c>right after</c>.</summary>
    private static bool IsFixedPhrase(string text, IReadOnlyList<Word> words, int i)
    {
        var before = i > 0 ? words[i - 1].Stem : "";
        return words[i].Stem switch
        {
            "most" => before is "the" or "at" or "thi",
            "all" => before is "at" or "after" or "of",
            "over" or "under" or "abov" or "below" or "up" or "down" => i + 1 >= words.Count || (words[i + 1].Lexeme.Number is null && !(words[i + 1].Start > words[i].End + 1 && text[words[i].End + 1] is '$' or '€' or '£')),
            "no" => i + 1 < words.Count && words[i + 1].Stem is "longer" or "later" or "more" or "less",
            _ => false,
        };
    }
}
