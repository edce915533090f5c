using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>By questions a day: what is paid once a day against what each question costs.</summary>
internal sealed class VolumeLines(DecisionInputs inputs)
{
    private readonly FixedSums fixedSums = new(inputs);
    private readonly PairedRows rows = new(inputs);

    // Costs: less is better, so what the second pays more speaks for the first.
    public BoundaryLine? Of(Arm first, Arm second)
    {
        if ((!fixedSums.IsNamed(first) && !fixedSums.IsNamed(second)) || !fixedSums.AreKnown(first) || !fixedSums.AreKnown(second) || rows.Differences("cost-usd", second, first) is not { } dearer)
            return null;
        var costs = SliceValues.Of(inputs.Table.Slices[0], inputs.Table, dearer);
        if (costs.ClusterCount < MeanEstimator.FewestClusters)
            return null;
        var daily = fixedSums.PerDay(second) - fixedSums.PerDay(first);
        LinearDifference line = new(daily, costs.Mean, 0, costs.StandardError * costs.StandardError, 0, costs.ClusterCount);
        var badge = inputs.BadgeOf("cost");
        return new(BoundaryParameter.Volume, first, second, line, inputs.Settings.VolumePerDay, badge > Badge.Scenario ? badge : Badge.Scenario, costs.N);
    }
}
