using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What a record says under another name or of another object: the chef's name for the owner's, one product's colour for the other's, a no for a yes.</summary>
internal sealed class FieldCheck : IClaimCheck
{
    private const double Factor = 0.4;

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        foreach (var text in match.Texts.Where(t => t.Evidence.IsRecord))
        {
            if ((Denied(match, text) ?? Elsewhere(match, text)) is { } objection)
                yield return objection;
        }
    }

    /// <summary>The object that the claim is about says no where the claim says yes, or the reverse, and no prose says otherwise.</summary>
    private static Objection? Denied(EvidenceMatch match, TextMatch text)
    {
        var subject = Subject(match, text);
        var (yes, no, flags, prose) = (0UL, 0UL, 0UL, 0UL);
        for (var field = 0; field < text.Masks.Length; field++)
        {
            if (!text.Evidence.Fields[field])
                prose |= text.Masks[field];
            if (!text.Evidence.Fields[field] || (subject > 0 && text.Evidence.Objects[field] != subject))
                continue;
            yes |= text.Masks[field] & ~text.Negated[field];
            // A yes or no is said of a name, not of each of its words.
            if (!IsNamed(match.Claim, text, field))
                continue;
            no |= text.Negated[field];
            flags |= text.Evidence.Values[field] == text.Evidence.Sentences[field].End && text.Negated[field] == 0 ? text.Masks[field] : 0;
        }

        var (affirmed, denied) = Said(match.Claim);
        var clash = ((no & ~yes & affirmed) | (flags & ~no & denied)) & ~prose;
        return clash == 0 ? null : new Objection(Factor, $"the record says the opposite about '{match.Claim.Wording(System.Numerics.BitOperations.TrailingZeroCount(clash))}'", true);
    }

    /// <summary>What the claim affirms: the clauses that deny nothing; and what it denies, right behind a negator.</summary>
    private static (ulong Affirmed, ulong Denied) Said(PreparedClaim claim)
    {
        var (affirmed, denied) = (0UL, 0UL);
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (claim.WordBits[i] is not (>= 0 and var bit))
                continue;
            var (first, end) = claim.Clauses.Around(i, isWide: true, (0, claim.Words.Count));
            var isDenying = claim.Words.Exists(w => w.Stem is "lack" or "limit") || Enumerable.Range(first, end - first).Any(w => claim.Words[w].Lexeme.IsNegator);
            affirmed |= isDenying ? 0 : 1UL << bit;
            denied |= claim.Negated[i] ? 1UL << bit : 0;
        }

        return (affirmed, denied);
    }

    /// <summary>The claim has both of the last two words of the field's name.</summary>
    private static bool IsNamed(PreparedClaim claim, TextMatch text, int field)
    {
        var (first, end) = (text.Evidence.Sentences[field].First, text.Evidence.Values[field]);
        for (var i = Math.Max(first, end - 2); i < end; i++)
        {
            if (text.Evidence.Terms[i] >= 0 ? text.Bit(i) < 0 : !claim.Words.Exists(w => w.Stem == text.Evidence.Words[i].Stem))
                return false;
        }

        return end > first;
    }

    /// <summary>The claim's value stands in a field of less concern than one of the same kind that has another value.</summary>
    private static Objection? Elsewhere(EvidenceMatch match, TextMatch text)
    {
        var evidence = text.Evidence;
        for (var field = 0; field < text.Masks.Length; field++)
        {
            if (!IsValueOf(text, field, out var value))
                continue;
            if (Rival(match, text, field, value) is { } rival)
                return new Objection(Factor, $"the record has '{evidence.Text[evidence.Spans[rival].Start..evidence.Spans[rival].End]}'", true);
        }

        return null;
    }

    private static int? Rival(EvidenceMatch match, TextMatch text, int own, ulong value)
    {
        var evidence = text.Evidence;
        // What is said elsewhere too is said of several.
        for (var other = 0; other < text.Masks.Length; other++)
        {
            if (other == own || !evidence.Fields[other] || (text.Masks[other] & value) != 0 || evidence.Values[other] == evidence.Sentences[other].End || !IsSameName(evidence, own, other) || IsValueOf(text, other, out _))
                continue;
            var (mine, theirs) = (Concern(text, own) & ~value, Concern(text, other) & ~value);
            if ((mine & ~theirs) == 0 && mine != theirs && !Shares(text, own, value) && match.Weight(theirs) > 0)
                return other;
        }

        return null;
    }

    private static ulong Concern(TextMatch text, int field) => text.Masks[field] | text.Objects[text.Evidence.Objects[field]];

    private static bool Shares(TextMatch text, int own, ulong value)
    {
        for (var field = 0; field < text.Masks.Length; field++)
        {
            if (field != own && (text.Masks[field] & value) != 0)
                return true;
        }

        return false;
    }

    /// <summary>The last word of both names is the same.</summary>
    private static bool IsSameName(PreparedEvidence evidence, int own, int other) =>
        evidence.Values[own] > evidence.Sentences[own].First && evidence.Values[other] > evidence.Sentences[other].First && evidence.Words[evidence.Values[own] - 1].Stem == evidence.Words[evidence.Values[other] - 1].Stem;

    /// <summary>Every content word of the field's value is the claim's, and none is a number.</summary>
    private static bool IsValueOf(TextMatch text, int field, out ulong value)
    {
        value = 0;
        var (_, end) = text.Evidence.Sentences[field];
        for (var i = text.Evidence.Values[field]; text.Evidence.Fields[field] && i < end; i++)
        {
            if (text.Evidence.Terms[i] < 0)
                continue;
            if (text.Bit(i) is not (>= 0 and var bit))
            {
                value = 0;
                return false;
            }

            value |= 1UL << bit;
        }

        return value != 0;
    }

    /// <summary>Among objects alike, the one that the claim is about: it has more of the claim than any other; 0 when the record is one.</summary>
    private static int Subject(EvidenceMatch match, TextMatch text)
    {
        var (best, most, isTied) = (0, 0.0, true);
        for (var i = 1; i < text.Objects.Length; i++)
        {
            var weight = match.Weight(text.Objects[i]);
            if (weight > most)
                (best, most, isTied) = (i, weight, false);
            else if (weight == most)
                isTied = true;
        }

        return isTied || !IsList(text.Evidence.Text) ? 0 : best;
    }

    private static bool IsList(string text) => text.AsSpan().TrimStart() is ['[', ..];
}
