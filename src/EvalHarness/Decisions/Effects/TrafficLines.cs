using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>Weights slices by the user's traffic.</summary>
/// <remarks>
/// Post-stratification: the sum of shares × slice means; its error from the residuals within slices, by cluster, t.
/// Shares are taken as known. Source: Lohr 2019, Sampling: Design and Analysis, section 4.4.
/// </remarks>
internal static class TrafficLines
{
    private const double Confidence = 0.95;

    /// <returns>Arms first, then pairs; empty where the decision file says nothing of traffic, or a slice of it has fewer than 2 rows.</returns>
    public static IReadOnlyList<TrafficLine> Of(DecisionInputs inputs)
    {
        if (inputs.Settings.Traffic.Count == 0 || RightAnswers.Of(inputs.Table) is not { } metric)
            return [];
        var columns = inputs.Arms.Contenders.Select(arm => (Arm: arm, Column: inputs.Table.Column(inputs.Arms[arm]!, metric.Id))).Where(c => c.Column is not null).ToList();
        List<TrafficLine> shares = [.. columns.Select(c => Line(inputs, c.Arm, null, c.Column!.MeanOf)).OfType<TrafficLine>()];
        List<TrafficLine> pairs = [.. from one in columns from other in columns where one.Arm < other.Arm let line = Line(inputs, one.Arm, other.Arm, s => one.Column!.MeanOf(s) - other.Column!.MeanOf(s)) where line is not null select line];
        var adjusted = Holm.Adjust([.. pairs.Select(p => p.P ?? 1)]);
        return [.. shares, .. pairs.Zip(adjusted, (pair, p) => pair with { P = pair.P is null ? null : p })];
    }

    private static TrafficLine? Line(DecisionInputs inputs, Arm arm, Arm? against, Func<int, double?> valueOf)
    {
        if (Weighted(inputs, valueOf) is not { } values || values.ClusterCount < MeanEstimator.FewestClusters)
            return null;
        var range = against is null ? new ValueRange(0, 1) : new ValueRange(-1, 1);
        var right = (values.StandardError > 0 ? ClusteredT.Of(values, Confidence) : Interval.Unbounded).Within(range).Around(values.Mean, Confidence, "post-stratified-t", values.N);
        return new TrafficLine(arm, against, right, against is null ? null : ClusteredT.P(values));
    }

    // The mean of these values is the weighted mean, and their spread that of the residuals within slices.
    private static ClusteredValues? Weighted(DecisionInputs inputs, Func<int, double?> valueOf)
    {
        var slices = inputs.Settings.Traffic.Select(t => (Share: t.Value, Rows: Rows(inputs.Table.Slices.FirstOrDefault(s => s.Name == t.Key), valueOf))).ToList();
        if (slices.Any(s => s.Rows.Count < 2))
            return null;
        var all = slices.Sum(s => s.Rows.Count);
        var mean = slices.Sum(s => s.Share * s.Rows.Average(r => r.Value));
        var told = slices.SelectMany(s => s.Rows.Select(r => (r.Sample, Value: mean + (s.Share * all / s.Rows.Count * (r.Value - s.Rows.Average(x => x.Value)))))).OrderBy(r => r.Sample).ToList();
        return new ClusteredValues([.. told.Select(r => r.Value)], [.. told.Select(r => inputs.Table.Samples[r.Sample].ClusterIndex)]);
    }

    private static List<(int Sample, double Value)> Rows(Slice? slice, Func<int, double?> valueOf) =>
        slice is null ? [] : [.. slice.Samples.Select(s => (Sample: s, Value: valueOf(s))).Where(r => r.Value is not null).Select(r => (r.Sample, r.Value!.Value))];
}
