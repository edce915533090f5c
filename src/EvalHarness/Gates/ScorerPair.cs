using EvalHarness.Calibration;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>A scorer whose error is known on both sides' answers.</summary>
/// <param name="Candidate">Yes is the good answer.</param>
internal sealed record ScorerPair(RoganGladen Candidate, RoganGladen Baseline, double? KappaLow)
{
    private const double Wanted = 0.8;

    /// <summary>Bounds the true difference: a rate is corrected; of a share of claims, on which labels of whole answers say nothing exact, the margin shrinks as differences do.</summary>
    public Contrast Contrast(PairedRows rows, double margin, double alpha, ClusterDraws draws) =>
        rows.Metric.Unit is Unit.YesNo ? Corrected(rows, margin, alpha) : Scaled(rows, margin, alpha, draws);

    public static RoganGladen? Of(CalibrationFigures? figures) =>
        figures is { Sensitivity: { } sensitivity, Specificity: { } specificity }
            ? new(sensitivity, figures.TruePositives + figures.FalseNegatives, specificity, figures.TrueNegatives + figures.FalsePositives)
            : null;

    private double LeastYouden => Math.Min(Candidate.Youden, Baseline.Youden);

    private Contrast Corrected(PairedRows rows, double margin, double alpha)
    {
        // Turned values of a metric that is better lower are 0 for yes and −1 for no: moved, yes is the good answer again.
        var rise = rows.Metric.Direction is Direction.Lower ? 1 : 0;
        var method = new CorrectedDifference([.. rows.Rows.Select(r => (r.Candidate + rise, r.Baseline + rise, r.Cluster))], Candidate, Baseline, 1 - (2 * alpha));
        return new Contrast(rows, method, method, -margin)
        {
            Margin = margin,
            Scorer = Note(
                method.Above(-margin) is null ? 1 : alpha,
                Uncorrected(rows, margin, alpha, truth: Baseline.Corrected(rows.Rows.Average(r => r.Baseline) + rise)),
                Purchase(rows, method, margin, alpha)),
        };
    }

    private Contrast Scaled(PairedRows rows, double margin, double alpha, ClusterDraws draws)
    {
        var method = DifferenceEstimator.Of(rows.Differences(), ValueRange.Of(rows.Metric.Unit), 1 - (2 * alpha), draws);
        return new Contrast(rows, method, method, -margin * LeastYouden)
        {
            Margin = margin * LeastYouden,
            Scorer = Note(alpha, PassesAt(-margin * LeastYouden, margin, rows.Differences().StandardError, alpha), RowsToBuy(rows, rows.Differences().StandardError, 0, margin * LeastYouden, alpha)),
        };
    }

    private ScorerNote Note(double promoted, double uncorrected, string purchase) => new(Candidate.Youden, Baseline.Youden, KappaLow, promoted, uncorrected, purchase);

    // What the judge would report of a candidate that is truly worse by the margin.
    private double Uncorrected(PairedRows rows, double margin, double alpha, double truth)
    {
        var worse = Math.Clamp(truth - margin, 0, 1);
        var seen = Said(Candidate, worse) - Said(Baseline, truth);
        return PassesAt(seen, margin, rows.Differences().StandardError, alpha);
    }

    private static double Said(RoganGladen scorer, double truth) => (truth * scorer.Sensitivity) + ((1 - truth) * (1 - scorer.Specificity));

    private static double PassesAt(double seen, double margin, double error, double alpha) =>
        error > 0 ? Probability.NormalAbove(Probability.NormalReach(1 - (2 * alpha)) - ((seen + margin) / error)) : seen > -margin ? 1 : 0;

    private string Purchase(PairedRows rows, CorrectedDifference method, double margin, double alpha)
    {
        if (method.LabelVariance <= method.RowVariance)
            return RowsToBuy(rows, Math.Sqrt(method.RowVariance), method.LabelVariance, margin, alpha);
        var left = Target(margin, alpha) - method.RowVariance;
        var labels = Candidate.Positives + Candidate.Negatives + Baseline.Positives + Baseline.Negatives;
        return left > 0
            ? FormattableString.Invariant($"labels: about {Math.Ceiling(labels * method.LabelVariance / left):0} on both sides together, of which there are {labels}")
            : FormattableString.Invariant($"labels first (there are {labels}), then rows");
    }

    private static string RowsToBuy(PairedRows rows, double rowError, double labelVariance, double margin, double alpha)
    {
        var left = Target(margin, alpha) - labelVariance;
        var needed = Math.Ceiling(rows.N * rowError * rowError / Math.Max(left, 1e-12));
        return left <= 0 ? "rows and labels: neither alone is enough"
            : needed <= rows.N ? "nothing: these rows are enough if the candidate is as good as the baseline"
            : FormattableString.Invariant($"rows: about {needed:0} in place of {rows.N}; repeats help only as far as answers vary from one to the next");
    }

    // The variance at which a candidate as good as the baseline passes in four of five cases.
    private static double Target(double margin, double alpha)
    {
        var reach = Probability.NormalReach(1 - (2 * alpha)) + Probability.NormalQuantile(Wanted);
        return margin * margin / (reach * reach);
    }
}
