using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>Tests one arm against another.</summary>
internal sealed class ContrastTest(int seed)
{
    private const double Confidence = 0.95;

    private static readonly Power Power = new();

    private readonly ClusterDraws draws = new(seed);

    public ArmContrast Of(ArmFigure first, ArmFigure second, ClusteredValues differences, IMeasure measure, double margin)
    {
        var tested = DifferenceEstimator.Of(differences, ValueRange.Of(measure.Unit), Confidence, draws);
        var difference = tested is not null && IsIdentical(differences, measure) ? new Estimate(0, 0, 0, Confidence, "identical", differences.N) : tested?.Difference;
        return new(first.Arm, second.Arm, differences.N, differences.ClusterCount, difference, tested?.P, null, margin, Needed(differences, difference, margin), null);
    }

    // Counts and prices that are the same on every row are the same; rates might still differ on others.
    private static bool IsIdentical(ClusteredValues differences, IMeasure measure) => ValueRange.Of(measure.Unit) is null && differences.Values.All(d => d == 0);

    /// <summary>The arm that is shown to be better; absent when neither is.</summary>
    public static Arm? BetterOf(ArmContrast contrast, Direction direction)
    {
        if (contrast.PAdjusted is not { } p || p > 1 - Confidence)
            return null;
        bool? firstIsHigher = contrast.Difference switch { { Low: > 0 } => true, { High: < 0 } => false, _ => null };
        return firstIsHigher is not { } higher ? null : higher == (direction == Direction.Higher) ? contrast.First : contrast.Second;
    }

    private static int? Needed(ClusteredValues differences, Estimate? difference, double margin)
    {
        if (margin <= 0)
            return null;
        var needed = differences.StandardError > 0 ? Power.SamplesNeeded(PairedVariance.Of(differences), margin) : Unvaried(differences.N, difference, margin);
        return needed < int.MaxValue ? (int)Math.Ceiling(needed.Value) : null;
    }

    // Where not one sample differs an interval of rates narrows as 1/n (Tango, b = c = 0).
    private static double? Unvaried(int n, Estimate? difference, double margin) => difference is { Low: { } low, High: { } high } ? n * Math.Max(-low, high) / margin : null;
}
