namespace EvalHarness.Evaluators.Correctness;

/// <summary>Exact match and token F1 as SQuAD 2.0 counts them.</summary>
internal static class SquadScore
{
    public static bool IsExact(string prediction, IReadOnlyList<string> golds) => golds.Any(gold => SquadText.Normalize(gold) == SquadText.Normalize(prediction));

    /// <summary>The best over the gold answers, in [0, 1].</summary>
    public static double F1(string prediction, IReadOnlyList<string> golds)
    {
        var tokens = SquadText.Tokens(SquadText.Normalize(prediction));
        return golds.Max(gold => F1(tokens, SquadText.Tokens(SquadText.Normalize(gold))));
    }

    /// <summary>The share of a gold answer's tokens that the prediction has; the best over the gold answers, in [0, 1].</summary>
    public static double Recall(string prediction, IReadOnlyList<string> golds)
    {
        var tokens = SquadText.Tokens(SquadText.Normalize(prediction));
        return golds.Max(gold => Recall(tokens, SquadText.Tokens(SquadText.Normalize(gold))));
    }

    private static double Recall(string[] prediction, string[] gold) =>
        gold.Length == 0 ? (prediction.Length == 0 ? 1 : 0) : gold.Count(prediction.Contains) / (double)gold.Length;

    private static double F1(string[] prediction, string[] gold)
    {
        if (prediction.Length == 0 || gold.Length == 0)
            return prediction.Length == gold.Length ? 1 : 0;
        var left = gold.CountBy(token => token, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = prediction.CountBy(token => token, StringComparer.Ordinal).Sum(p => Math.Min(p.Value, left.GetValueOrDefault(p.Key)));
        return 2.0 * shared / (prediction.Length + gold.Length);
    }
}
