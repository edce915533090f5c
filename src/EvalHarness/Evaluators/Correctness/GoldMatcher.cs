using System.Globalization;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Says whether an answer of any length gives one of the gold answers.</summary>
/// <remarks>
/// Of a gold answer counts what it adds to the question: every quantity must be in the answer by value, and enough of the other content words, with the same polarity.
/// Error: knows no synonyms beyond the phrasings that are given, and believes an answer that gives several values. The threshold is the highest within a hundredth of the best kappa with people, on the half of short factual questions used to choose it.
/// </remarks>
internal static class GoldMatcher
{
    /// <summary>The least share of a gold answer's own content.</summary>
    public const double Threshold = 0.5;

    /// <summary>From so many gold answers on they are all the names of one thing: a part of one that is no name of its own is not enough.</summary>
    private const int ManyGolds = 4;

    public static string Definition { get; } = string.Create(CultureInfo.InvariantCulture, $"gold-match/2 threshold={Threshold}");

    /// <summary>The best match over the gold answers; there must be one.</summary>
    public static GoldMatch Best(string question, IReadOnlyList<string> golds, string answer)
    {
        var (asked, given) = (new ReadText(question), new ReadText(answer));
        return golds.Select(gold => Match(gold, asked, given, golds.Count >= ManyGolds)).MaxBy(match => (match.IsMatch, match.Score))!;
    }

    private static GoldMatch Match(string gold, ReadText question, ReadText answer, bool isOneOfMany)
    {
        if (!isOneOfMany && GoldList.Items(gold, question) is { Count: > 0 } items)
            return All(gold, [.. items.Select(item => Match(item, new GoldAnswer(item, question), question, answer, false))]);
        var wordings = GoldWordings.Of(gold).Select((wording, i) => (Text: new GoldAnswer(wording, question), IsFirst: i == 0));
        return wordings.Where(w => w.IsFirst || (w.Text.IsOwn && !w.Text.IsBarePolarity))
            .Select(w => Match(gold, w.Text, question, answer, isOneOfMany))
            .MaxBy(match => (match.IsMatch, match.Score))!;
    }

    private static GoldMatch All(string gold, IReadOnlyList<GoldMatch> items)
    {
        var lacking = items.Where(m => !m.IsMatch).ToList();
        var score = items.Average(m => m.Score);
        return lacking.Count == 0 ? Found(gold, score) : Lacking(gold, score, $"lacks {string.Join(", ", lacking.Select(m => m.Gold))}");
    }

    private static GoldMatch Match(string text, GoldAnswer gold, ReadText question, ReadText answer, bool isOneOfMany)
    {
        if (gold.IsBarePolarity)
            return Polarity.Agrees(gold.Says, answer, question) ? Found(text, 1) : Lacking(text, 0, "does not say so");
        if (gold.Lead is { } lead && Polarity.Lead(answer) is { } other && lead != other)
            return Lacking(text, 0, "says the opposite");
        foreach (var quantity in gold.Quantities)
        {
            if (!GivenQuantity.In(answer, quantity, question))
                return Lacking(text, 0, $"lacks '{gold.Wording(quantity)}'");
        }

        return Words(text, gold, answer, isOneOfMany);
    }

    private static GoldMatch Words(string text, GoldAnswer gold, ReadText answer, bool isOneOfMany)
    {
        SaidWord said = new(answer);
        List<int> missing = [];
        var (denied, lastPlaces) = (false, (IReadOnlyList<int>)[]);
        foreach (var word in gold.Words)
        {
            lastPlaces = said.Places(gold, word, out var isDenied);
            denied |= isDenied;
            if (lastPlaces.Count == 0)
                missing.Add(word);
        }

        var all = gold.Words.Count + gold.Quantities.Count;
        var share = all == 0 ? 0 : (double)(all - missing.Count) / all;
        if (missing.Count > 0 && !denied && JoinedLetters.Says(answer, gold.Read))
            return Found(text, 1);
        if (missing.Count > 0 && isOneOfMany && (lastPlaces.Count == 0 || lastPlaces.All(place => IsOfAnother(answer, place))))
            return Lacking(text, share, $"lacks {string.Join(", ", missing.Take(5).Select(gold.Wording))}");
        return share >= Threshold ? Found(text, share) : Lacking(text, share, $"lacks {string.Join(", ", missing.Take(5).Select(gold.Wording))}");
    }

    /// <summary>Another name stands in front: the <c>Cup</c> of <c>Davis Cup</c>.</summary>
    private static bool IsOfAnother(ReadText answer, int place) =>
        place > 0 && answer.IsCapital(place - 1) && answer.Words[place - 1].IsContent && answer.Words[place - 1].End - answer.Words[place - 1].Start > 1 && answer.Words[place].Start - answer.Words[place - 1].End == 1;

    private static GoldMatch Found(string gold, double share) => new(true, share, gold, $"gives '{gold}'");

    private static GoldMatch Lacking(string gold, double share, string fault) => new(false, share, gold, $"nearest gold answer '{gold}': {fault}");
}
