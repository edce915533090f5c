namespace EvalHarness.Evaluators.Correctness;

/// <summary>How much of what a gold answer says an answer says, and how much else: for gold answers of any length.</summary>
/// <remarks>
/// Unit: a ratio in [0, 1]. Counted are unlike content words, as stems, that the question does not hold: an echo of it is worth nothing.
/// Recall and precision as in token F1 (Rajpurkar et al. 2016), but the shorter the gold answer the less precision counts: who asks for a name does not mind a sentence.
/// </remarks>
internal static class ContentOverlap
{
    /// <summary>With so many words of its own in the gold answer precision counts half.</summary>
    private const double HalfPrecision = 10;

    /// <param name="recall">The share of what the gold answer adds to the question that the answer says.</param>
    public static double Of(ReadText gold, ReadText question, ReadText answer, double recall)
    {
        var (asked, given) = (Own(gold, question), Own(answer, question));
        if (given.Count == 0)
            return recall;
        var weight = asked.Count / (asked.Count + HalfPrecision);
        return F1(1 - (weight * (1 - (given.Count(asked.Contains) / (double)given.Count))), recall);
    }

    /// <summary>The harmonic mean; 0 where nothing is recalled.</summary>
    private static double F1(double precision, double recall) => recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    /// <summary>The stems of its content words that the question does not hold.</summary>
    private static HashSet<string> Own(ReadText text, ReadText question) =>
        [.. text.Words.Where(w => w.IsContent && !question.Stems.Contains(w.Stem)).Select(w => w.Stem)];
}
