using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>A number that the evidence has, but of another thing: where it stands, less of the claim stands than around another value of its kind.</summary>
internal sealed class AttachmentCheck : IClaimCheck
{
    private const double Factor = 0.5;
    private const double LeastShare = 0.7;

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        foreach (var quantity in match.Claim.Quantities)
        {
            if (!match.Claim.IsAsked(quantity) && !IsRange(match.Claim.Text, match.Claim.Quantities, quantity) && Rival(match, quantity) is { } rival)
                yield return new Objection(Factor, $"the evidence has '{rival}' there, not '{match.Claim.Wording(quantity)}'", true);
        }
    }

    private static string? Rival(EvidenceMatch match, Quantity quantity)
    {
        var own = match.Texts.SelectMany(text => Places(text, (_, other) => quantity.Agrees(other))).ToList();
        if (own.Count == 0)
            return null;
        var clause = match.Claim.Around(quantity.FirstWord, quantity.WordCount);
        foreach (var text in match.Texts)
        {
            foreach (var rival in Places(text, (sentence, other) => IsRival(match, quantity, text, sentence, other)))
            {
                if (match.Share(rival.Sentence, clause) >= LeastShare && own.TrueForAll(place => rival.Beats(place)))
                    return text.Evidence.Text[rival.Quantity.Start..rival.Quantity.End];
            }
        }

        return null;
    }

    /// <summary><c>3 or 4 weeks</c>, <c>6–8 inches</c>: two that belong together.</summary>
    private static bool IsRange(string text, List<Quantity> all, Quantity quantity) =>
        all.Exists(q => !q.IsSoft && (IsJoined(text, q, quantity) || IsJoined(text, quantity, q)));

    private static bool IsJoined(string text, Quantity first, Quantity second) =>
        second.Start >= first.End && second.Start - first.End <= 5 && text.AsSpan(first.End, second.Start - first.End).Trim() is "-" or "–" or "/" or "to" or "or" or "and";

    private static bool IsRival(EvidenceMatch match, Quantity quantity, TextMatch text, int sentence, Quantity other) =>
        !match.Claim.Quantities.Exists(mine => mine.Agrees(other)) && !IsRange(text.Evidence.Text, text.Evidence.Quantities, other) && (text.Evidence.Fields[sentence] || !CountedThing.IsYear(other))
        && CountedThing.IsSame(quantity, match.Claim.Text, match.Claim.Words, other, text.Evidence.Text, text.Evidence.Words, text.Evidence.Fields[sentence]);

    private static IEnumerable<Place> Places(TextMatch text, Func<int, Quantity, bool> isWanted)
    {
        for (var i = 0; i < text.Evidence.Quantities.Count; i++)
        {
            var (quantity, sentence) = (text.Evidence.Quantities[i], text.Evidence.QuantitySentences[i]);
            if (!isWanted(sentence, quantity))
                continue;
            var close = new CloseSentence(text, sentence, 0);
            var (around, column) = (text.Around(sentence), text.Column(sentence, quantity.FirstWord));
            yield return new Place(quantity, text.Known(sentence), close.Stems(quantity.FirstWord, isWide: true) | around, close.Stems(quantity.FirstWord, isWide: false) | (column ?? around));
        }
    }

    /// <summary>Where a quantity stands, with the claim's stems around it.</summary>
    private sealed record Place(Quantity Quantity, ulong Sentence, ulong Wide, ulong Narrow)
    {
        /// <summary>Everything that stands around the other stands around this, in sentence and clause, and more.</summary>
        public bool Beats(Place other) =>
            (other.Sentence & ~Sentence) == 0 && (other.Wide & ~Wide) == 0 && (other.Narrow & ~Narrow) == 0 && (Sentence != other.Sentence || Wide != other.Wide || Narrow != other.Narrow);
    }
}
