using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>"n times cheaper and faster", with the interval that such a sentence needs.</summary>
/// <remarks>Of means over the samples that both arms have, jointly by cluster. Source: Fieller 1954.</remarks>
public static class Ratios
{
    private const double Confidence = 0.95;

    private static readonly (string Metric, string Family)[] Asked = [("cost-usd", "cost"), ("latency-service-ms", "latency"), ("tokens-in", "tokens")];

    /// <returns>The fine-tuned arm under each other contender.</returns>
    public static IReadOnlyList<RatioLine> Of(DecisionInputs inputs) =>
    [
        .. from asked in Asked
           from above in inputs.Arms.Contenders
           where above != Arm.FineTuned && inputs.Arms[Arm.FineTuned] is not null
           let line = Of(inputs, asked.Metric, asked.Family, above)
           where line is not null
           select line,
    ];

    private static RatioLine? Of(DecisionInputs inputs, string metric, string family, Arm above)
    {
        var table = inputs.Table;
        if (table.Column(inputs.Arms[above]!, metric) is not { } numerator || table.Column(inputs.Arms[Arm.FineTuned]!, metric) is not { } denominator)
            return null;
        var samples = table.Slices[0].Samples.Select(s => (numerator.MeanOf(s), denominator.MeanOf(s), table.Samples[s].ClusterIndex)).Where(s => s.Item1 is not null && s.Item2 is not null);
        if (RatioMoments.Of([.. samples]) is not { Denominator: > 0 } moments || moments.Clusters < MeanEstimator.FewestClusters)
            return null;
        var ratio = Fieller.Of(moments, Confidence).Around(moments.Numerator / moments.Denominator, Confidence, "fieller", moments.N);
        return new(numerator.Metric, above, Arm.FineTuned, ratio, inputs.BadgeOf(family));
    }
}
