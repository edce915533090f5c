using EvalHarness.Comparisons;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>Finds, for every pair of contenders, where along the user's circumstances the choice between them turns.</summary>
/// <remarks>Each difference is linear in its parameter; both of its parts are estimated on the same rows, clustered.</remarks>
public sealed class BoundaryMaker(DecisionInputs inputs)
{
    private const string Cost = "cost-usd";
    private const string Truth = "truthfulness";
    private const string Declined = "abstention-correct";

    // A boundary is looked for so far beyond the user's own value, and beyond where the estimates are equal.
    private const double BeyondGiven = 10;
    private const double BeyondFlip = 2;

    private readonly FixedSums fixedSums = new(inputs);

    /// <returns>By parameter, then by pair; without those that the run has no rows for. All pairs of a parameter have the same range.</returns>
    public IReadOnlyList<Boundary> All() => [.. Enum.GetValues<BoundaryParameter>().SelectMany(All)];

    private IEnumerable<Boundary> All(BoundaryParameter parameter)
    {
        var lines = from first in inputs.Arms.Contenders
                    from second in inputs.Arms.Contenders
                    where first < second
                    let line = Of(parameter, first, second)
                    where line is not null
                    select line;
        return lines.ToList() is { Count: > 0 } found ? found.ConvertAll(line => Made(line, Reach(found))) : [];
    }

    private BoundaryLine? Of(BoundaryParameter parameter, Arm first, Arm second) => parameter switch
    {
        BoundaryParameter.Volume => Volume(first, second),
        BoundaryParameter.ChangedShare => Changed(first, second),
        BoundaryParameter.UnanswerableShare => Unanswerable(first, second),
        _ => WrongAnswer(first, second),
    };

    // Costs: less is better, so what the second pays more speaks for the first.
    private BoundaryLine? Volume(Arm first, Arm second)
    {
        if ((!fixedSums.IsNamed(first) && !fixedSums.IsNamed(second)) || !fixedSums.AreKnown(first) || !fixedSums.AreKnown(second) || Differences(Cost, second, first, _ => true) is not { } costs || TooFew(costs))
            return null;
        var daily = fixedSums.PerDay(second) - fixedSums.PerDay(first);
        LinearDifference line = new(daily, costs.Mean, 0, costs.StandardError * costs.StandardError, 0, costs.ClusterCount);
        return new(BoundaryParameter.Volume, first, second, line, inputs.Settings.VolumePerDay, Worse(inputs.BadgeOf("cost"), Badge.Scenario), costs.N);
    }

    private BoundaryLine? Changed(Arm first, Arm second)
    {
        if (!inputs.Settings.Slices.TryGetValue(SliceRoles.Changed, out var name) || inputs.Table.Slices.FirstOrDefault(s => s.Name == name) is not { } changed)
            return null;
        var places = changed.Samples.ToHashSet();
        return Mixed(BoundaryParameter.ChangedShare, AnswerCorrectness.Id, first, second, places.Contains, inputs.Settings.ChangedShare);
    }

    private BoundaryLine? Unanswerable(Arm first, Arm second) => inputs.Table.Column(inputs.Arms[first]!, Declined) is { } declined
        ? Mixed(BoundaryParameter.UnanswerableShare, Truth, first, second, sample => declined.MeanOf(sample) is not null, inputs.Settings.UnanswerableShare)
        : null;

    private BoundaryLine? WrongAnswer(Arm first, Arm second)
    {
        if (Pair(Cost, second, first) is not { } costs || Pair(Truth, second, first, Wrong) is not { } wrongs)
            return null;
        var moments = RatioMoments.Of([.. Samples(s => costs(s) is not null && wrongs(s) is not null).Select(s => (costs(s), wrongs(s), Cluster(s)))]);
        if (moments is null || moments.Clusters < MeanEstimator.FewestClusters)
            return null;
        LinearDifference line = new(moments.Numerator, moments.Denominator, moments.NumeratorVariance, moments.DenominatorVariance, moments.Covariance, moments.Clusters);
        return new(BoundaryParameter.WrongAnswerUsd, first, second, line, inputs.Settings.WrongAnswerUsd, inputs.BadgeOf("cost"), moments.N);
    }

    // A difference at share x of one kind of question: (1 − x) · others + x · that kind.
    private BoundaryLine? Mixed(BoundaryParameter parameter, string metric, Arm first, Arm second, Func<int, bool> isOfKind, double? given)
    {
        if (Pair(metric, first, second) is not { } pair)
            return null;
        int[] samples = [.. Samples(s => pair(s) is not null)];
        var moments = RatioMoments.Of([.. samples.Select(s => (isOfKind(s) ? null : pair(s), isOfKind(s) ? pair(s) : null, Cluster(s)))]);

        // Each kind must speak for itself: a few rows that all agree have no error, and would decide all alone.
        var clusters = Math.Min(samples.Where(isOfKind).Select(Cluster).Distinct().Count(), samples.Where(s => !isOfKind(s)).Select(Cluster).Distinct().Count());
        if (moments is not { NumeratorVariance: > 0, DenominatorVariance: > 0 } || clusters < MeanEstimator.FewestClusters)
            return null;
        LinearDifference line = new(
            moments.Numerator,
            moments.Denominator - moments.Numerator,
            moments.NumeratorVariance,
            moments.NumeratorVariance + moments.DenominatorVariance - (2 * moments.Covariance),
            moments.Covariance - moments.NumeratorVariance,
            clusters);
        return new(parameter, first, second, line, given, inputs.BadgeOf("quality"), moments.N);
    }

    private static Boundary Made(BoundaryLine line, double most) => new(
        line.Parameter,
        line.First,
        line.Second,
        line.Difference.Regions(0, most),
        line.Difference.Flip is { } flip && flip > 0 && flip < most ? flip : null,
        line.Given,
        line.Badge,
        line.N);

    private static double Reach(List<BoundaryLine> lines) => lines[0].Parameter switch
    {
        BoundaryParameter.ChangedShare or BoundaryParameter.UnanswerableShare => 1,
        BoundaryParameter.Volume => Reach(lines, 1000),
        _ => Reach(lines, 1),
    };

    private static double Reach(List<BoundaryLine> lines, double least) =>
        Math.Max(least, Math.Max(BeyondGiven * (lines[0].Given ?? 0), BeyondFlip * lines.Max(l => l.Difference is { Flip: { } flip, IsSlopeShown: true } ? flip : 0)));

    private static bool TooFew(ClusteredValues values) => values.ClusterCount < MeanEstimator.FewestClusters;

    private static Badge Worse(Badge one, Badge other) => one > other ? one : other;

    private static double? Wrong(ScoreColumn column, int sample) => 1 - column.ShareFrom(sample, 0);

    private ClusteredValues? Differences(string metric, Arm above, Arm below, Func<int, bool> counts) =>
        Pair(metric, above, below) is { } pair ? SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => counts(s) ? pair(s) : null) : null;

    private Func<int, double?>? Pair(string metric, Arm above, Arm below, Func<ScoreColumn, int, double?>? valueOf = null)
    {
        valueOf ??= (column, sample) => column.MeanOf(sample);
        if (inputs.Table.Column(inputs.Arms[above]!, metric) is not { } one || inputs.Table.Column(inputs.Arms[below]!, metric) is not { } other)
            return null;
        return sample => valueOf(one, sample) - valueOf(other, sample);
    }

    private IEnumerable<int> Samples(Func<int, bool> counts) => inputs.Table.Slices[0].Samples.Where(counts);

    private int Cluster(int sample) => inputs.Table.Samples[sample].ClusterIndex;
}
