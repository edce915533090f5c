using EvalHarness.Comparisons;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>Whether an arm is worth its trouble at all: each contender against the base model, in right answers.</summary>
internal static class BaseContrasts
{
    private static readonly MetricMeasure Quality = new(AnswerCorrectness.Id, Unit.Ratio, Direction.Higher);

    /// <returns>Contender − base, p adjusted over the contenders (Holm); empty without a base model.</returns>
    public static IReadOnlyList<ArmContrast> Of(DecisionInputs inputs)
    {
        if (inputs.Arms[Arm.Base] is not { } pipeline || Quality.Values(inputs.Table, pipeline) is not { } baseline)
            return [];
        var test = new ContrastTest(inputs.Seed);
        List<ArmContrast> found = [.. from arm in inputs.Arms.Contenders
                                      let values = Quality.Values(inputs.Table, inputs.Arms[arm]!)
                                      where values is not null
                                      let differences = SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => values(s) - baseline(s))
                                      select test.Of(new(arm, inputs.Arms[arm]!, null, 1), new(Arm.Base, pipeline, null, 1), differences, Quality, margin: 0)];
        var adjusted = Holm.Adjust([.. found.Select(c => c.P ?? 1)]);
        return [.. found.Zip(adjusted, (contrast, p) => contrast with { PAdjusted = contrast.P is null ? null : p }).Select(c => c with { Better = ContrastTest.BetterOf(c, Quality.Direction) })];
    }
}
