namespace EvalHarness.Statistics;

/// <summary>How well verdicts and scores agree with labels, with intervals that hold rows of one cluster for dependent.</summary>
/// <remarks>
/// Each figure is a smooth function of means: the interval is the clustered t of its rows' influences (the delta method), without ends below six clusters and where every row agrees alike.
/// Source: for the area under the curve Obuchowski 1997, Biometrics 53; the others by the same argument.
/// </remarks>
public sealed class AgreementEstimator(IReadOnlyList<bool> said, IReadOnlyList<bool> labels, IReadOnlyList<int> clusters, double confidence)
{
    // What rounding leaves.
    private const double Nothing = 1e-12;

    private readonly Confusion confusion = Confusion.Of(said.Zip(labels));

    /// <summary>In [0, 1]; absent where one of the labels has no row.</summary>
    public Estimate? BalancedAccuracy() => confusion is { Sensitivity: { } sensitivity, Specificity: { } specificity }
        ? Around(
            (sensitivity + specificity) / 2,
            i => labels[i] ? (One(said[i]) - sensitivity) / 2 / Share(confusion.Positives) : (One(!said[i]) - specificity) / 2 / Share(confusion.Negatives),
            new ValueRange(0, 1))
        : null;

    /// <summary>Cohen's kappa in [-1, 1]; absent where all labels are alike.</summary>
    public Estimate? Kappa()
    {
        if (confusion.Kappa is not { } kappa)
            return null;
        var (yes, truth, rest) = (confusion.SaidYes, confusion.LabelledYes, 1 - confusion.ByChance);
        double Influence(int i)
        {
            var chance = (((2 * truth) - 1) * (One(said[i]) - yes)) + (((2 * yes) - 1) * (One(labels[i]) - truth));
            return ((One(said[i] == labels[i]) - confusion.Agreed) / rest) - ((1 - confusion.Agreed) / (rest * rest) * chance);
        }

        return Around(kappa, Influence, new ValueRange(-1, 1));
    }

    /// <summary>In [0, 1]; absent where one of the labels has no row.</summary>
    public Estimate? RocArea(IReadOnlyList<double> scores)
    {
        if (Statistics.RocArea.Placements(scores, labels) is not { } placements)
            return null;
        var area = placements.Where((_, i) => labels[i]).Average();
        return Around(area, i => (placements[i] - area) / Share(labels[i] ? confusion.Positives : confusion.Negatives), new ValueRange(0, 1));
    }

    /// <summary>The share of rows that got a yes.</summary>
    public Estimate? SaidYes() => Rate(said);

    /// <summary>The share of rows labelled yes.</summary>
    public Estimate? LabelledYes() => Rate(labels);

    private Estimate? Rate(IReadOnlyList<bool> values)
    {
        if (values.Count == 0)
            return null;
        ClusteredValues rows = new(values.Select(One), clusters);
        return Bounded(rows) ? Wilson.Of(rows.Mean, EffectiveSize.Of(rows, confidence), confidence).Around(rows.Mean, confidence, "wilson-effective-n", rows.N) : Unbounded(rows.Mean);
    }

    private Estimate Around(double value, Func<int, double> influence, ValueRange range)
    {
        ClusteredValues rows = new(Enumerable.Range(0, labels.Count).Select(i => value + influence(i)), clusters);
        if (!Bounded(rows))
            return Unbounded(value);
        // Where no row differs the method sees no error, which is not to say that there is none.
        return rows.StandardError < Nothing
            ? Interval.Unbounded.Around(value, confidence, "nothing-varies", rows.N)
            : ClusteredT.Of(rows, confidence).Within(range).Around(value, confidence, "clustered-t", rows.N);
    }

    private Estimate Unbounded(double value) => Interval.Unbounded.Around(value, confidence, "too-few-clusters", labels.Count);

    private static bool Bounded(ClusteredValues rows) => rows.ClusterCount >= MeanEstimator.FewestClusters;

    private double Share(int part) => part / (double)labels.Count;

    private static double One(bool yes) => yes ? 1 : 0;
}
