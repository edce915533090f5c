using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Chooses how a rule's difference is bounded: a mean, a quantile, or a judge's rate that is corrected.</summary>
internal sealed class ContrastMaker(ClusterDraws draws)
{
    /// <param name="alpha">One-sided.</param>
    /// <param name="scorer">Absent when nothing estimates the metric.</param>
    public Contrast Of(PairedRows rows, FigureName figure, Margin? margin, double alpha, ScorerPair? scorer)
    {
        if (rows.N == 0)
            return new Contrast(rows, null, null, 0);
        var absolute = margin is { IsRelative: true } ? margin.Value * Math.Abs(Baseline(rows, figure)) : margin?.Value;
        if (scorer is not null)
            return scorer.Contrast(rows, absolute ?? 0, alpha, draws);
        var shown = Method(rows, figure, alpha, raise: 0);
        return margin is { IsRelative: true, Value: var share }
            ? new Contrast(rows, shown, Method(rows, figure, alpha, share), 0) { Margin = absolute }
            : new Contrast(rows, shown, shown, -(absolute ?? 0)) { Margin = absolute };
    }

    private static double Baseline(PairedRows rows, FigureName figure)
    {
        double[] values = [.. rows.Rows.Select(r => Math.Abs(r.Baseline)).Order()];
        return figure.Quantile is { } share ? HarrellDavis.Of(values, share) : values.Average();
    }

    private IDifferenceMethod? Method(PairedRows rows, FigureName figure, double alpha, double raise)
    {
        var confidence = 1 - (2 * alpha);
        if (figure.Quantile is not { } share)
            return DifferenceEstimator.Of(rows.Differences(raise), raise == 0 ? ValueRange.Of(rows.Metric.Unit) : null, confidence, draws);
        // Lower is better for every metric with quantiles, and the values are turned: the highest time is the lowest value.
        var turned = rows.Metric.Direction is Metrics.Direction.Lower;
        return new QuantileDifference([.. rows.Rows.Select(r => (r.Candidate, r.Baseline + (turned ? raise : -raise) * r.Baseline, r.Cluster))], turned ? 1 - share : share, confidence, draws);
    }
}
