using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>What it would take each arm to give a valid reply every time.</summary>
/// <remarks>The mean cost of a call over the share of valid replies, jointly by cluster. Source of the interval: Fieller 1954.</remarks>
internal static class RetryLines
{
    private const double Confidence = 0.95;

    private static readonly string[] Asked = ["format-schema", "format-strict", "format-lenient"];

    public static IReadOnlyList<RetryLine> Of(DecisionInputs inputs) => [.. inputs.Arms.Contenders.Select(arm => Of(inputs, arm)).OfType<RetryLine>()];

    private static RetryLine? Of(DecisionInputs inputs, Arm arm)
    {
        var (table, pipeline, draws) = (inputs.Table, inputs.Arms[arm]!, new ClusterDraws(inputs.Seed));
        if (Asked.Select(id => table.Column(pipeline, id)).FirstOrDefault(c => c?.Counts(table.Slices[0].Samples).Scored > 0) is not { } valid || Mean(valid.MeanOf) is not { } share)
            return null;
        var calls = share.Value == 0 ? null : share with { Value = 1 / share.Value, Low = share.High is > 0 and { } high ? 1 / high : null, High = share.Low is > 0 and { } low ? 1 / low : null, Method = $"1/{share.Method}" };
        var never = valid.Repeats > 1 ? Mean(s => valid.MeanOf(s) is { } mean ? mean == 0 ? 1 : 0 : null) : null;
        return new RetryLine(arm, valid.Metric.Id, share, calls, Cost(inputs, pipeline, valid), never, valid.Repeats, inputs.BadgeOf("cost"));

        Estimate? Mean(Func<int, double?> valueOf) => MeanEstimator.Of(SliceValues.Of(table.Slices[0], table, valueOf), ValueRange.Of(Unit.Ratio), Confidence, draws);
    }

    private static Estimate? Cost(DecisionInputs inputs, string pipeline, ScoreColumn valid)
    {
        var table = inputs.Table;
        if (table.Column(pipeline, "cost-usd") is not { } cost)
            return null;
        var samples = table.Slices[0].Samples.Select(s => (cost.MeanOf(s), valid.MeanOf(s), table.Samples[s].ClusterIndex)).Where(s => s.Item1 is not null && s.Item2 is not null);
        return RatioMoments.Of([.. samples]) is not { Denominator: > 0 } moments || moments.Clusters < MeanEstimator.FewestClusters
            ? null
            : Fieller.Of(moments, Confidence).Around(moments.Numerator / moments.Denominator, Confidence, "fieller", moments.N);
    }
}
