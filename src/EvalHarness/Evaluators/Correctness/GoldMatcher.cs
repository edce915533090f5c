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

    public static string Definition { get; } = string.Create(CultureInfo.InvariantCulture, $"gold-match/1 threshold={Threshold}");

    /// <summary>The best match over the gold answers; there must be one.</summary>
    public static GoldMatch Best(string question, IReadOnlyList<string> golds, string answer)
    {
        var (asked, given) = (new ReadText(question), new ReadText(answer));
        return golds.Select(gold => Match(new GoldAnswer(gold, asked), asked, given)).MaxBy(match => (match.IsMatch, match.Score))!;
    }

    private static GoldMatch Match(GoldAnswer gold, ReadText question, ReadText answer)
    {
        if (gold.IsBarePolarity)
            return Polarity.Agrees(gold.Says, answer, question) ? Found(gold, 1) : Lacking(gold, 0, "does not say so");
        if (gold.Lead is { } lead && Polarity.Lead(answer) is { } other && lead != other)
            return Lacking(gold, 0, "says the opposite");
        foreach (var quantity in gold.Quantities)
        {
            if (!GoldAnswer.IsGiven(quantity, answer))
                return Lacking(gold, 0, $"lacks '{gold.Wording(quantity)}'");
        }

        var missing = gold.Words.Where(word => !Says(answer, gold, word)).ToList();
        var all = gold.Words.Count + gold.Quantities.Count;
        var share = all == 0 ? 0 : (double)(all - missing.Count) / all;
        return share >= Threshold ? Found(gold, share) : Lacking(gold, share, $"lacks {string.Join(", ", missing.Take(5).Select(gold.Wording))}");
    }

    /// <summary>The word stands in the answer, at least once with the gold answer's polarity.</summary>
    private static bool Says(ReadText answer, GoldAnswer gold, int word)
    {
        for (var i = 0; i < answer.Words.Count; i++)
        {
            if (answer.Words[i].Stem == gold.Stem(word) && answer.IsNegated[i] == gold.IsNegated(word))
                return true;
        }

        return false;
    }

    private static GoldMatch Found(GoldAnswer gold, double share) => new(true, share, gold.Text, $"gives '{gold.Text}'");

    private static GoldMatch Lacking(GoldAnswer gold, double share, string fault) => new(false, share, gold.Text, $"nearest gold answer '{gold.Text}': {fault}");
}
