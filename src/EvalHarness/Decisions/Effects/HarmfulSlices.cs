using EvalHarness.Comparisons;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>Looks through the slices for those where retrieval hurts the tuned model.</summary>
public static class HarmfulSlices
{
    private const double Alpha = 0.05;

    // With fewer rows a slice is a story, not a finding.
    private const int FewestRows = 30;

    /// <returns>The clearest first; empty also when one of the two arms is missing.</returns>
    public static IReadOnlyList<HarmfulSlice> Of(DecisionInputs inputs)
    {
        if (Columns(inputs) is not var (tuned, both))
            return [];
        var test = new ContrastTest(inputs.Seed);
        var measure = new MetricMeasure(AnswerCorrectness.Id, Unit.Ratio, Direction.Higher);
        var asked = inputs.Table.Slices
            .Select(slice => new HarmfulSlice(slice.Name, test.Of(Figure(Arm.FineTuned), Figure(Arm.Hybrid), SliceValues.Of(slice, inputs.Table, s => tuned.MeanOf(s) - both.MeanOf(s)), measure, margin: 0)))
            .Where(s => s.Contrast is { N: >= FewestRows, P: not null })
            .ToList();
        var adjusted = BenjaminiHochberg.Adjust([.. asked.Select(s => s.Contrast.P!.Value)]);
        return
        [
            .. asked.Zip(adjusted, (slice, p) => slice with { Contrast = slice.Contrast with { PAdjusted = p } })
                .Where(s => s.Contrast is { PAdjusted: <= Alpha, Difference.Low: > 0 })
                .OrderBy(s => s.Contrast.P),
        ];

        ArmFigure Figure(Arm arm) => new(arm, inputs.Arms[arm]!, null, 1);
    }

    private static (ScoreColumn Tuned, ScoreColumn Both)? Columns(DecisionInputs inputs) =>
        inputs.Arms[Arm.FineTuned] is { } tuned && inputs.Arms[Arm.Hybrid] is { } both
        && inputs.Table.Column(tuned, AnswerCorrectness.Id) is { } one && inputs.Table.Column(both, AnswerCorrectness.Id) is { } other
            ? (one, other)
            : null;
}
