using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What a record says under another name or of another object: the chef's name for the owner's, one product's colour for the other's, a no for a yes.</summary>
internal sealed class FieldCheck : IClaimCheck
{
    private const double Factor = 0.4;

    public IEnumerable<Finding> Check(EvidenceMatch match)
    {
        foreach (var text in match.Texts.Where(t => t.Evidence.IsRecord))
        {
            if ((Denied(match, text) ?? Elsewhere(match, text)) is { } finding)
                yield return finding;
        }
    }

    /// <summary>The object that the claim is about says no where the claim says yes, or the reverse.</summary>
    private static Finding? Denied(EvidenceMatch match, TextMatch text)
    {
        var (subject, mine) = (Subject(match, text), match.Claim.NegatedStems);
        var (yes, no) = (0UL, 0UL);
        for (var field = 0; field < text.Masks.Length; field++)
        {
            if (!text.Evidence.Fields[field] || (subject > 0 && text.Evidence.Objects[field] != subject))
                continue;
            // A no is said of all the words of a field's name; of a part of it only when that is most of it.
            if (text.Negated[field] != 0 && IsMostOfName(text, field))
                no |= text.Negated[field];
            yes |= text.Masks[field] & ~text.Negated[field];
        }

        var clash = (no & ~yes & ~mine) | (text.Evidence.Sentences.Count > 0 ? FlagsOnly(text, subject) & ~no & mine : 0);
        return clash == 0 ? null : new Finding(Factor, $"the record says the opposite about '{match.Claim.Wording(System.Numerics.BitOperations.TrailingZeroCount(clash))}'", true);
    }

    private static bool IsMostOfName(TextMatch text, int field)
    {
        var (first, end) = text.Evidence.Sentences[field];
        var (content, found) = (0, 0);
        for (var i = Math.Max(first, end - 2); i < end; i++)
            (content, found) = (content + (text.Evidence.Terms[i] >= 0 ? 1 : 0), found + (text.Bit(i) >= 0 ? 1 : 0));
        return found > 0 && found == content;
    }

    /// <summary>Stems of names whose field is a plain yes.</summary>
    private static ulong FlagsOnly(TextMatch text, int subject)
    {
        var yes = 0UL;
        for (var field = 0; field < text.Masks.Length; field++)
        {
            var isFlag = text.Evidence.Fields[field] && text.Evidence.Values[field] == text.Evidence.Sentences[field].End && text.Negated[field] == 0;
            if (isFlag && (subject == 0 || text.Evidence.Objects[field] == subject) && IsMostOfName(text, field))
                yes |= text.Masks[field];
        }

        return yes;
    }

    /// <summary>The claim's value stands in a field of less concern than one of the same kind that has another value.</summary>
    private static Finding? Elsewhere(EvidenceMatch match, TextMatch text)
    {
        var evidence = text.Evidence;
        for (var field = 0; field < text.Masks.Length; field++)
        {
            if (!IsValueOf(text, field, out var value))
                continue;
            if (Rival(match, text, field, value) is { } rival)
                return new Finding(Factor, $"the record has '{evidence.Text[evidence.Spans[rival].Start..evidence.Spans[rival].End]}'", true);
        }

        return null;
    }

    private static int? Rival(EvidenceMatch match, TextMatch text, int own, ulong value)
    {
        var evidence = text.Evidence;
        // What is said elsewhere too is said of several.
        for (var other = 0; other < text.Masks.Length; other++)
        {
            if (other == own || !evidence.Fields[other] || (text.Masks[other] & value) != 0 || evidence.Values[other] == evidence.Sentences[other].End || !IsSameName(evidence, own, other))
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
