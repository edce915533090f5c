namespace EvalHarness.Statistics;

/// <summary>How often a yes/no verdict is what the label says, in rows.</summary>
public readonly record struct Confusion(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    public int N => TruePositives + FalsePositives + FalseNegatives + TrueNegatives;

    public int Positives => TruePositives + FalseNegatives;

    public int Negatives => FalsePositives + TrueNegatives;

    /// <summary>The share of rows labelled yes that got a yes; absent without such rows.</summary>
    public double? Sensitivity => Share(TruePositives, Positives);

    /// <summary>The share of rows labelled no that got a no; absent without such rows.</summary>
    public double? Specificity => Share(TrueNegatives, Negatives);

    /// <summary>½ (sensitivity + specificity); absent where one is.</summary>
    public double? BalancedAccuracy => (Sensitivity + Specificity) / 2;

    /// <summary>Cohen's kappa, at most 1, 0 at chance; absent where all labels are alike: it is 0 or nothing then, whatever is said.</summary>
    /// <remarks>Source: Cohen 1960, A coefficient of agreement for nominal scales.</remarks>
    public double? Kappa => Positives > 0 && Negatives > 0 && ByChance is < 1 and var chance ? (Agreed - chance) / (1 - chance) : null;

    /// <summary>The share of rows on which both say the same; there must be rows.</summary>
    internal double Agreed => (TruePositives + TrueNegatives) / (double)N;

    internal double SaidYes => (TruePositives + FalsePositives) / (double)N;

    internal double LabelledYes => Positives / (double)N;

    internal double ByChance => (SaidYes * LabelledYes) + ((1 - SaidYes) * (1 - LabelledYes));

    public static Confusion Of(IEnumerable<(bool Said, bool Label)> rows)
    {
        var (tp, fp, fn, tn) = (0, 0, 0, 0);
        foreach (var row in rows)
            _ = row switch { (true, true) => tp++, (true, false) => fp++, (false, true) => fn++, _ => tn++ };
        return new Confusion(tp, fp, fn, tn);
    }

    private static double? Share(int part, int all) => all == 0 ? null : part / (double)all;
}
