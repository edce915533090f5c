using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>A scorer whose error is known on both sides' answers: what it says yes or no to is corrected; what needs no judge – an abstention, a failure – counts as it is.</summary>
/// <param name="Candidate">Yes is the good answer.</param>
internal sealed record ScorerPair(RoganGladen Candidate, RoganGladen Baseline, double? KappaLow)
{
    private const double Wanted = 0.8;

    public static RoganGladen? Of(CalibrationFigures? figures) =>
        figures is { Sensitivity: { } sensitivity, Specificity: { } specificity }
            ? new(sensitivity, figures.TruePositives + figures.FalseNegatives, specificity, figures.TrueNegatives + figures.FalsePositives)
            : null;

    /// <param name="rows">As the scorer has them.</param>
    /// <param name="margin">Allowed loss, in points of the true rate; of an objective the gain that is demanded.</param>
    public Contrast Contrast(GateRun run, PairedRows rows, string slice, double margin, double alpha, bool isDemand)
    {
        var (candidate, baseline) = (new JudgedRows(run.Candidate, rows.Metric, Candidate), new JudgedRows(run.Baseline, rows.Metric, Baseline));
        List<(double, double, int)> corrected = [];
        foreach (var sample in run.Candidate.Scores.Slices.FirstOrDefault(s => s.Name == slice)?.Samples ?? [])
            if (run.BaselinePlaces.TryGetValue(run.Candidate.Scores.Samples[sample].Id, out var place) && candidate.Corrected(sample) is { } one && baseline.Corrected(place) is { } other)
                corrected.Add((one, other, run.Candidate.Scores.Samples[sample].ClusterIndex));
        CorrectedDifference method = new(corrected, candidate.LabelVariance + baseline.LabelVariance, 1 - (2 * alpha));
        return new Contrast(rows, method, method, isDemand ? margin : -margin) { Margin = margin, Scorer = Note(rows, method, margin, alpha) };
    }

    private ScorerNote Note(PairedRows rows, CorrectedDifference method, double margin, double alpha) => new(
        Candidate.Youden,
        Baseline.Youden,
        KappaLow,
        method.Above(-margin) is null ? 0 : alpha,
        Uncorrected(rows, margin, alpha),
        Purchase(rows, method, margin, alpha));

    // What the judge would report of a candidate that is truly worse by the margin.
    private double Uncorrected(PairedRows rows, double margin, double alpha)
    {
        var good = rows.Rows.Average(r => r.Baseline) + (rows.Metric.Direction is Direction.Lower ? 1 : 0);
        var truth = Math.Clamp(Baseline.Corrected(good), 0, 1);
        var seen = Said(Candidate, Math.Max(0, truth - margin)) - Said(Baseline, truth);
        var error = rows.Differences().StandardError;
        return error > 0 ? Probability.NormalAbove(Probability.NormalReach(1 - (2 * alpha)) - ((seen + margin) / error)) : seen > -margin ? 1 : 0;
    }

    private static double Said(RoganGladen scorer, double truth) => (truth * scorer.Sensitivity) + ((1 - truth) * (1 - scorer.Specificity));

    private string Purchase(PairedRows rows, CorrectedDifference method, double margin, double alpha)
    {
        var labels = Candidate.Positives + Candidate.Negatives + Baseline.Positives + Baseline.Negatives;
        var reach = Probability.NormalReach(1 - (2 * alpha)) + Probability.NormalQuantile(Wanted);
        // The variance at which a candidate as good as the baseline passes in four of five cases.
        var target = margin * margin / (reach * reach);
        if (method.LabelVariance + method.RowVariance <= target)
            return "nothing: rows and labels are enough if the candidate is as good as the baseline";
        if (method.LabelVariance > method.RowVariance)
            return method.RowVariance < target
                ? FormattableString.Invariant($"labels: about {Math.Ceiling(labels * method.LabelVariance / (target - method.RowVariance)):0} on both sides together, of which there are {labels}")
                : FormattableString.Invariant($"labels first (there are {labels}), then rows");
        return method.LabelVariance < target
            ? FormattableString.Invariant($"rows: about {Math.Ceiling(rows.N * method.RowVariance / (target - method.LabelVariance)):0} in place of {rows.N}; repeats help only as far as answers vary from one to the next")
            : "rows and labels: neither alone is enough";
    }
}
