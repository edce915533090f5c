using EvalHarness.Comparisons;
using EvalHarness.Decisions.Matrix;

namespace EvalHarness.Decisions.Recommendations;

/// <summary>From the matrix to a recommendation, by the user's weights and constraints.</summary>
/// <remarks>Only what is shown counts: a criterion whose rows cannot tell two arms apart moves neither. A broken constraint excludes an arm; an open one does not, and is told.</remarks>
internal sealed class Recommender(DecisionInputs inputs, IReadOnlyList<MatrixRow> matrix, IReadOnlyList<ConstraintCheck> checks)
{
    // What sums of weights lose.
    private const double Rounding = 1e-9;

    private readonly double whole = inputs.Settings.Weights.Values.Sum();

    public Recommendation Recommend()
    {
        var isRanked = whole > 0;
        List<Standing> standings = [.. inputs.Arms.Contenders.Select(StandingOf)];
        if (!isRanked)
            return new(null, null, standings, IsRanked: false, []);

        standings = [.. standings.OrderBy(s => s.Breaks.Count > 0).ThenByDescending(s => s.Score)];
        var eligible = standings.Where(s => s.Breaks.Count == 0).ToList();
        if (eligible.Count == 0 || (eligible.Count > 1 && eligible[0].Score - eligible[1].Score <= Rounding))
            return new(null, null, standings, IsRanked: true, []);
        return new(eligible[0].Arm, eligible.Count > 1 ? eligible[1].Arm : null, standings, IsRanked: true, eligible.Count > 1 ? CouldFlip(eligible[0], eligible[1]) : []);
    }

    private Standing StandingOf(Arm arm) => new(
        arm,
        whole > 0 ? matrix.Sum(row => Weight(row) * Balance(row, arm)) / whole : 0,
        [.. matrix.Where(r => r.Verdict == MatrixVerdict.Best && r.Leaders[0] == arm).Select(r => r.Criterion.Id)],
        [.. matrix.Where(r => r.Contrasts.Any(c => c.IsOf(arm) && c.Better is { } better && better != arm)).Select(r => r.Criterion.Id)],
        [.. checks.Where(c => c.Arm == arm && c.Outcome == ConstraintOutcome.Broken).Select(c => c.Constraint)]);

    private static bool Counts(MatrixRow row) => row.Badge != Badge.NotMeaningful;

    private double Weight(MatrixRow row) => !Counts(row) ? 0 : inputs.Settings.Weights.GetValueOrDefault(row.Criterion.Id);

    // Over all other arms, so that a criterion which some of them cannot be asked by weighs less.
    private double Balance(MatrixRow row, Arm arm) =>
        row.Contrasts.Where(c => c.IsOf(arm) && c.Better is not null).Sum(c => c.Better == arm ? 1.0 : -1.0) / Math.Max(1, inputs.Arms.Contenders.Count - 1);

    private List<string> CouldFlip(Standing first, Standing second)
    {
        var open = matrix.Where(r => Weight(r) > 0 && !Tells(r, first.Arm, second.Arm) && r.Verdict != MatrixVerdict.NoDifferenceShown).ToList();

        // At most an open criterion lifts the one by its weight and lowers the other by as much, per other arm.
        var most = open.Sum(Weight) * 2 / whole / Math.Max(1, inputs.Arms.Contenders.Count - 1);
        return most >= first.Score - second.Score ? [.. open.Select(r => r.Criterion.Id)] : [];
    }

    private static bool Tells(MatrixRow row, Arm first, Arm second) =>
        row.Contrasts.Any(c => c.IsOf(first) && c.IsOf(second) && (c.Better is not null || c.IsEqual));
}
