namespace EvalHarness.Statistics;

/// <summary>Cohen's kappa of two raters over any number of categories, of independent units; of clustered yes/no verdicts see <see cref="AgreementEstimator"/>.</summary>
/// <param name="Value">At most 1, 0 at chance.</param>
/// <param name="StandardError">For large n, not under the hypothesis of chance.</param>
/// <remarks>Source: Cohen 1968, Psychological Bulletin 70; the standard error, Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72.</remarks>
public sealed record CohenKappa(double Value, double StandardError)
{
    /// <summary>Absent without units, and where all ratings are alike.</summary>
    public static CohenKappa? Of(IReadOnlyList<int> one, IReadOnlyList<int> other, KappaWeights weights = KappaWeights.None)
    {
        int[] categories = [.. one.Concat(other).Distinct().Order()];
        if (categories.Length < 2)
            return null;
        double Weight(int a, int b) => Worth(Math.Abs(a - b) / (categories.Length - 1.0), weights);
        (int One, int Other)[] pairs = [.. one.Zip(other, (a, b) => (Array.BinarySearch(categories, a), Array.BinarySearch(categories, b)))];
        double[] usual = [.. categories.Select((_, a) => pairs.Average(p => Weight(a, p.Other)))];
        double[] usualOther = [.. categories.Select((_, b) => pairs.Average(p => Weight(p.One, b)))];
        var (agreed, chance) = (pairs.Average(p => Weight(p.One, p.Other)), pairs.Average(p => usual[p.One]));
        var kappa = (agreed - chance) / (1 - chance);
        var squares = pairs.Average(p => Math.Pow(Weight(p.One, p.Other) - ((usual[p.One] + usualOther[p.Other]) * (1 - kappa)), 2));
        var middle = kappa - (chance * (1 - kappa));
        return new(kappa, Math.Sqrt(Math.Max(0, squares - (middle * middle)) / pairs.Length) / (1 - chance));
    }

    public Interval Of(double confidence)
    {
        var reach = Probability.NormalReach(confidence) * StandardError;
        return new Interval(Value - reach, Value + reach).Within(new ValueRange(-1, 1));
    }

    private static double Worth(double apart, KappaWeights weights) => weights switch
    {
        KappaWeights.Linear => 1 - apart,
        KappaWeights.Quadratic => 1 - (apart * apart),
        _ => apart == 0 ? 1 : 0,
    };
}
