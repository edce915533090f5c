namespace EvalHarness.Tests.Evaluators;

/// <summary>How far a scorer agrees with people.</summary>
internal static class Agreement
{
    public static double Kappa(IReadOnlyCollection<(bool Said, bool Label)> rows)
    {
        double n = rows.Count;
        var (said, label) = (rows.Count(r => r.Said) / n, rows.Count(r => r.Label) / n);
        var chance = (said * label) + ((1 - said) * (1 - label));
        return ((rows.Count(r => r.Said == r.Label) / n) - chance) / (1 - chance);
    }

    public static double BalancedAccuracy(IReadOnlyCollection<(bool Said, bool Label)> rows)
    {
        var positives = rows.Count(r => r.Label);
        return ((rows.Count(r => r.Label && r.Said) / (double)positives) + (rows.Count(r => !r.Label && !r.Said) / (double)(rows.Count - positives))) / 2;
    }

    /// <summary>The chance that a positive row scores above a negative one, ties half.</summary>
    public static double Auc(IReadOnlyCollection<(double Score, bool Label)> rows)
    {
        var negatives = rows.Where(r => !r.Label).Select(r => r.Score).Order().ToArray();
        var positives = rows.Where(r => r.Label).Select(r => r.Score).ToArray();
        return positives.Average(p => negatives.Average(n => p > n ? 1.0 : p == n ? 0.5 : 0));
    }
}
