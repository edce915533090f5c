using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Compares one wording of a gold answer with an answer.</summary>
/// <param name="isOneOfMany">The gold answers are all the names of one thing.</param>
internal sealed class WordingMatcher(ReadText question, ReadText answer, bool isOneOfMany)
{
    /// <summary>The least share of a gold answer's own content, up to <see cref="Short"/> of them.</summary>
    public const double Threshold = 0.5;

    /// <summary>The same from <see cref="Long"/> on: nobody repeats a paragraph.</summary>
    public const double LeastThreshold = 0.3;

    private const int Short = 8;
    private const int Long = 24;

    private readonly SaidWord said = new(answer, question, !isOneOfMany);

    public bool IsOneOfMany => isOneOfMany;

    /// <param name="text">The gold answer as it is written.</param>
    /// <param name="gold">One wording of it.</param>
    public GoldMatch Match(string text, GoldAnswer gold)
    {
        if (gold.IsBarePolarity)
            return Polarity.Agrees(gold.Says, answer, question) ? new GoldMatch(true, 1, text, $"gives '{text}'") : Lacking(text, 0, "does not say so");
        if (gold.Lead is { } lead && Polarity.Lead(answer) is { } other && lead != other)
            return Lacking(text, 0, "says the opposite");
        if (gold.IsNothing)
            return answer.SaysNothing ? new GoldMatch(true, 1, text, $"gives '{text}'") : Lacking(text, 0, "does not say so");
        var values = gold.IsWorkedOut && Conclusion.Of(answer.Text) is { } conclusion ? new ReadText(conclusion) : answer;
        return Match(text, gold, gold.Quantities.Where(q => !GivenQuantity.In(values, q, question)).ToList());
    }

    private GoldMatch Match(string text, GoldAnswer gold, List<Quantity> unlike)
    {
        var places = gold.Words.Select(word => said.Find(gold, word)).ToList();
        var (isJoined, all) = (false, gold.Words.Count + gold.Quantities.Count);
        var missing = gold.Words.Where((_, i) => places[i].Places.Count == 0).ToList();
        if (missing.Count > 0 && unlike.Count == 0 && !places.Exists(p => p.IsDenied) && JoinedLetters.Says(answer, gold.Read, question))
            (isJoined, missing) = (true, []);

        var share = all == 0 ? 0 : (double)(all - missing.Count - unlike.Count) / all;
        var score = ContentOverlap.Of(gold.Read, question, answer, share);
        if (unlike.Count > 0 && all < Long)
            return Lacking(text, score, $"lacks '{gold.Wording(unlike[0])}'");
        if (missing.Count > 0 && isOneOfMany && places[^1].Places.All(IsOfAnother))
            share = 0;
        return isJoined || share >= Least(all)
            ? new GoldMatch(true, score, text, $"gives '{text}'")
            : Lacking(text, score, $"lacks {string.Join(", ", missing.Take(5).Select(gold.Wording))}");
    }

    private static double Least(int all) => Threshold - ((Threshold - LeastThreshold) * Math.Clamp((all - Short) / (double)(Long - Short), 0, 1));

    /// <summary>Another name stands in front: the <c>Cup</c> of <c>Davis Cup</c>.</summary>
    private bool IsOfAnother(int place) =>
        place > 0 && answer.IsCapital(place - 1) && answer.Words[place - 1].IsContent
        && answer.Words[place - 1].End - answer.Words[place - 1].Start > 1 && answer.Words[place].Start - answer.Words[place - 1].End == 1;

    private static GoldMatch Lacking(string gold, double score, string fault) => new(false, score, gold, $"nearest gold answer '{gold}': {fault}");
}
