using EvalHarness.Decisions.Matrix;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>By the share of one kind of question: at share x a difference is (1 − x) · others + x · that kind.</summary>
internal sealed class MixedLines(DecisionInputs inputs)
{
    private readonly PairedRows rows = new(inputs);

    public BoundaryLine? Changed(Arm first, Arm second)
    {
        if (!inputs.Settings.Slices.TryGetValue(SliceRoles.Changed, out var name) || inputs.Table.Slices.FirstOrDefault(s => s.Name == name) is not { } changed)
            return null;
        var places = changed.Samples.ToHashSet();
        return Mixed(BoundaryParameter.ChangedShare, AnswerCorrectness.Id, first, second, places.Contains, inputs.Settings.ChangedShare);
    }

    public BoundaryLine? Unanswerable(Arm first, Arm second) => inputs.Table.Column(inputs.Arms[first]!, "abstention-correct") is { } declined
        ? Mixed(BoundaryParameter.UnanswerableShare, "truthfulness", first, second, sample => declined.MeanOf(sample) is not null, inputs.Settings.UnanswerableShare)
        : null;

    private BoundaryLine? Mixed(BoundaryParameter parameter, string metric, Arm first, Arm second, Func<int, bool> isOfKind, double? given)
    {
        if (rows.Differences(metric, first, second) is not { } pair)
            return null;
        int[] samples = [.. rows.Samples(s => pair(s) is not null)];
        var moments = RatioMoments.Of([.. samples.Select(s => (isOfKind(s) ? null : pair(s), isOfKind(s) ? pair(s) : null, rows.Cluster(s)))]);

        // Each kind must speak for itself: a few rows that all agree have no error, and would decide all alone.
        var clusters = Math.Min(Clusters(samples.Where(isOfKind)), Clusters(samples.Where(s => !isOfKind(s))));
        return moments is not { NumeratorVariance: > 0, DenominatorVariance: > 0 } || clusters < MeanEstimator.FewestClusters
            ? null
            : new(parameter, first, second, Line(moments, clusters), given, inputs.BadgeOf("quality"), moments.N);
    }

    private int Clusters(IEnumerable<int> samples) => samples.Select(rows.Cluster).Distinct().Count();

    private static LinearDifference Line(RatioMoments moments, int clusters) => new(
        moments.Numerator,
        moments.Denominator - moments.Numerator,
        moments.NumeratorVariance,
        moments.NumeratorVariance + moments.DenominatorVariance - (2 * moments.Covariance),
        moments.Covariance - moments.NumeratorVariance,
        clusters);
}
