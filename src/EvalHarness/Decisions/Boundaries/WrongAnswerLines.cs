using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>By what a wrong answer costs: the cost of the call, and of the wrong answers that it brings.</summary>
internal sealed class WrongAnswerLines(DecisionInputs inputs)
{
    private readonly PairedRows rows = new(inputs);

    public BoundaryLine? Of(Arm first, Arm second)
    {
        if (rows.Differences("cost-usd", second, first) is not { } costs || rows.Differences("truthfulness", second, first, (column, sample) => 1 - column.ShareFrom(sample, 0)) is not { } wrongs)
            return null;
        var moments = RatioMoments.Of([.. rows.Samples(s => costs(s) is not null && wrongs(s) is not null).Select(s => (costs(s), wrongs(s), rows.Cluster(s)))]);
        if (moments is null || moments.Clusters < MeanEstimator.FewestClusters)
            return null;
        LinearDifference line = new(moments.Numerator, moments.Denominator, moments.NumeratorVariance, moments.DenominatorVariance, moments.Covariance, moments.Clusters);
        return new(BoundaryParameter.WrongAnswerUsd, first, second, line, inputs.Settings.WrongAnswerUsd, inputs.BadgeOf("cost"), moments.N);
    }
}
