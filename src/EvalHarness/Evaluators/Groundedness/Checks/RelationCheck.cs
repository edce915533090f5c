using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Who did what to whom, and what is more than what: the same two around the same word the other way round, or somebody else.</summary>
/// <remarks>Passives and words for the reverse (<c>lost to</c> for <c>beat</c>, <c>smaller</c> for <c>larger</c>) turn the order round themselves.</remarks>
internal sealed class RelationCheck : IClaimCheck
{
    private const double Factor = 0.4;
    private const double LeastShare = 0.8;

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        var claim = match.Claim;
        for (var word = 0; word < claim.Words.Count; word++)
        {
            var bit = claim.WordBits[word];
            if ((bit < 0 && claim.Contrasts[word] is null) || (bit >= 0 && (claim.Names >> bit & 1) != 0))
                continue;
            if (match.Close.Select(close => Find(match, word, close)).FirstOrDefault(f => f is not null) is not { } objection)
                continue;
            yield return objection;
            yield break;
        }
    }

    private static Objection? Find(EvidenceMatch match, int word, CloseSentence close)
    {
        var (claim, evidence) = (match.Claim, close.Text.Evidence);
        if (evidence.Fields[close.Sentence])
            return null;
        var run = new WordRun(claim.Text, claim.Words);
        var mine = Parties.Of(run, word, claim.Clauses.Around(word, isWide: true, (0, claim.Words.Count)));
        var there = new WordRun(evidence.Text, evidence.Words);
        Objection? objection = null;
        for (var other = close.Words.First; other < close.Words.End; other++)
        {
            if (IsSame(claim, word, close, other) is not { } isReverse || evidence.Negated[other] != claim.Negated[word])
                continue;
            var theirs = Parties.Of(there, other, evidence.Clauses.Around(other, isWide: true, close.Words));
            if (mine.IsAgentless != theirs.IsAgentless)
                continue;
            if (!isReverse && Agrees(claim, mine, close, theirs))
                return null;
            if (mine.IsVerb(run, word) && theirs.IsVerb(there, other) && mine.HasObject(run, word) && theirs.HasObject(there, other) && IsTurned(claim, mine, close, theirs, isReverse) && SaysTheRest(match, claim.StemsOf(word, word + 1), close))
                objection ??= new Objection(Factor, $"the evidence has it the other way round: '{Wording(evidence, theirs, other)}'", true);
            else if (!isReverse && mine.IsPassive == theirs.IsPassive && mine.IsVerb(run, word) && theirs.IsVerb(there, other) && SaysTheRest(match, claim.StemsOf(mine.Before.First, mine.Before.End) | claim.Names, close) && IsSomebodyElse(claim, run, mine, close, there, theirs, other))
                objection ??= new Objection(Factor, $"the evidence says it of another: '{Wording(evidence, theirs, other)}'", true);
        }

        return objection;
    }

    /// <summary>Some of the same stands on the same sides, as far as the claim has two.</summary>
    private static bool Agrees(PreparedClaim claim, Parties mine, CloseSentence close, Parties theirs)
    {
        var (left, right) = (claim.StemsOf(mine.Before.First, mine.Before.End), claim.StemsOf(mine.Behind.First, mine.Behind.End));
        var (before, behind) = (close.StemsOf(theirs.Before.First, theirs.Before.End), close.StemsOf(theirs.Behind.First, theirs.Behind.End));
        return mine.IsPassive == theirs.IsPassive && (left & before) == left && (right & behind) == right && (left | right) != 0;
    }

    /// <summary>Whether the words are the same (false) or the reverse of one another (true).</summary>
    private static bool? IsSame(PreparedClaim claim, int word, CloseSentence close, int other)
    {
        var (bit, there) = (claim.WordBits[word], close.Text.Evidence.Words[other]);
        if (bit >= 0 ? close.Text.Bit(other) == bit : there.Stem == claim.Words[word].Stem)
            return HasReverse(claim, close) ? null : false;
        return claim.Contrasts[word] is { } mine && Contrasts.Of(there) is { } theirs && mine.Axis == theirs.Axis && mine.Side != theirs.Side && Contrasts.TurnsOrder(mine.Axis) ? true : null;
    }

    /// <summary>Somewhere the sentence has the reverse of a word of the claim: then only that one tells who is who.</summary>
    private static bool HasReverse(PreparedClaim claim, CloseSentence close)
    {
        for (var i = close.Words.First; claim.TurnsOrder && i < close.Words.End; i++)
        {
            if (Contrasts.Of(close.Text.Evidence.Words[i]) is { } theirs && Contrasts.TurnsOrder(theirs.Axis) && Array.Exists(claim.Contrasts, c => c is { } mine && mine.Axis == theirs.Axis && mine.Side != theirs.Side))
                return true;
        }

        return false;
    }

    private static bool IsTurned(PreparedClaim claim, Parties mine, CloseSentence close, Parties theirs, bool isReverse)
    {
        var (left, right) = (claim.StemsOf(mine.Before.First, mine.Before.End), claim.StemsOf(mine.Behind.First, mine.Behind.End));
        var (before, behind) = (close.StemsOf(theirs.Before.First, theirs.Before.End), close.StemsOf(theirs.Behind.First, theirs.Behind.End));
        if (left == 0 || right == 0 || (left & right) != 0)
            return false;
        return mine.IsPassive != theirs.IsPassive != isReverse
            ? (left & before) == left && (right & behind) == right
            : (left & behind) == left && (right & before) == right;
    }

    /// <summary>These stems apart, the sentence says what the claim says.</summary>
    private static bool SaysTheRest(EvidenceMatch match, ulong apart, CloseSentence close) =>
        (match.Claim.Own & ~apart) is var rest && (rest == 0 || match.Share(close.Text.Known(close.Sentence), rest) >= LeastShare);

    /// <summary>On one side the same, on the other another name.</summary>
    private static bool IsSomebodyElse(PreparedClaim claim, WordRun run, Parties mine, CloseSentence close, WordRun there, Parties theirs, int word)
    {
        var (left, right) = (claim.StemsOf(mine.Before.First, mine.Before.End), claim.StemsOf(mine.Behind.First, mine.Behind.End));
        var (before, behind) = (close.StemsOf(theirs.Before.First, theirs.Before.End), close.StemsOf(theirs.Behind.First, theirs.Behind.End));
        var (start, end) = close.Text.Evidence.Clauses.Around(word, isWide: true, close.Words);
        bool IsOther(ulong names, (int First, int End) said, ulong same, ulong shared, (int First, int End) range, ulong side) =>
            (shared & same) != 0 && shared == (shared & same) && (names & claim.Names) != 0 && (names & side) == 0
            && Parties.IsName(there, range) && Parties.IsName(run, said);
        return IsOther(left, mine.Before, behind, right, theirs.Before, close.StemsOf(start, word))
            || IsOther(right, mine.Behind, before, left, theirs.Behind, close.StemsOf(word + 1, end));
    }

    private static string Wording(PreparedEvidence evidence, Parties parties, int word)
    {
        var (first, end) = (Math.Min(parties.Before.First, word), Math.Max(parties.Behind.End, word + 1));
        return evidence.Text[evidence.Words[first].Start..evidence.Words[end - 1].End];
    }
}
