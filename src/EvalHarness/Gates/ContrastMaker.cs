using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Chooses how a rule's difference is bounded: a mean, a quantile, or a judge's rate that is corrected.</summary>
internal sealed class ContrastMaker(ClusterDraws draws)
{
    /// <param name="margin">Allowed loss; of an objective the gain that is demanded.</param>
    /// <param name="alpha">One-sided.</param>
    public Contrast Of(PairedRows rows, FigureName figure, Margin? margin, double alpha, bool isDemand = false)
    {
        if (rows.N == 0)
            return new Contrast(rows, null, null, 0);
        var sign = isDemand ? 1 : -1;
        var shown = Method(rows, figure, alpha, raise: 0);
        // A share of a rate is so many points; times, tokens and money are scaled row by row.
        if (margin is { IsRelative: true, Value: var share } && ValueRange.Of(rows.Metric.Unit) is null)
            return new Contrast(rows, shown, Method(rows, figure, alpha, -sign * share), 0) { Margin = share * Baseline(rows, figure) };
        var absolute = margin is { IsRelative: true } ? margin.Value * Baseline(rows, figure) : margin?.Value ?? 0;
        return new Contrast(rows, shown, shown, sign * absolute) { Margin = margin is null ? null : absolute };
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
            return DifferenceEstimator.Of(rows.Differences(raise), ValueRange.Of(rows.Metric.Unit), confidence, draws);
        // Values of a metric that is better lower are turned: the highest time is the lowest value.
        var turned = rows.Metric.Direction is Direction.Lower;
        return new QuantileDifference([.. rows.Rows.Select(r => (r.Candidate, r.Baseline - (raise * Math.Abs(r.Baseline)), r.Cluster))], turned ? 1 - share : share, confidence, draws);
    }
}
