using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>Holds points of one run against each other on the objective, sample by sample.</summary>
internal sealed class PointPairing(ScoreTable table, SweepAim aim, int seed)
{
    private const double Confidence = 0.95;

    // Two-sided at twice the level is the one-sided test.
    private static readonly Power OneSided = new(2 * (1 - Confidence));

    private readonly SamplePairing pairing = new(table, table);
    private readonly ClusterDraws draws = new(seed);

    /// <returns>P values are not adjusted yet. Absent with fewer than 6 clusters, or where a side has no row.</returns>
    public PointContrast? Contrast(string point, string other)
    {
        if (table.Column(point, aim.Objective.Id) is null || table.Column(other, aim.Objective.Id) is null)
            return null;
        var differences = pairing.Differences(point, other, aim.Objective, table.Slices[0]);
        if (DifferenceEstimator.Of(differences, ValueRange.Of(aim.Objective.Unit), Confidence, draws) is not { } tested)
            return null;
        var within = aim.Objective.Direction is Direction.Higher ? tested.Above(-aim.Tolerance) : tested.Below(aim.Tolerance);
        return new PointContrast(tested.Difference, tested.P, within, differences.ClusterCount, RowsNeeded(differences));
    }

    private int? RowsNeeded(ClusteredValues differences)
    {
        if (aim.Tolerance <= 0 || differences.StandardError <= 0)
            return null;
        var needed = OneSided.SamplesNeeded(PairedVariance.Of(differences), aim.Tolerance);
        return needed < int.MaxValue ? (int)Math.Ceiling(needed) : null;
    }
}
