using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Production;

/// <summary>What training again, on other data, makes of the tuned model.</summary>
internal static class CheckpointLines
{
    private const double Confidence = 0.95;

    private static readonly string[] Asked = [AnswerCorrectness.Id, "stale-answer", "unsupported-answer"];

    public static IReadOnlyList<CheckpointLine> Of(DecisionInputs inputs)
    {
        if (inputs.Arms[Arm.FineTuned] is not { } standing)
            return [];
        var draws = new ClusterDraws(inputs.Seed);
        var found = (from pipeline in inputs.Checkpoints
                     where pipeline != standing
                     from id in Asked
                     let pair = (inputs.Table.Column(pipeline, id), inputs.Table.Column(standing, id))
                     where pair is { Item1: not null, Item2: not null }
                     select Line(pipeline, pair.Item1, pair.Item2)).ToList();
        var adjusted = Holm.Adjust([.. found.Select(f => f.P ?? 1)]);
        return [.. found.Zip(adjusted, (f, p) => f.Line with { PAdjusted = f.P is null ? null : p })];

        (CheckpointLine Line, double? P) Line(string pipeline, ScoreColumn one, ScoreColumn other)
        {
            var differences = SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => one.MeanOf(s) - other.MeanOf(s));
            var tested = DifferenceEstimator.Of(differences, ValueRange.Of(one.Metric.Unit), Confidence, draws);
            return (new(pipeline, standing, one.Metric, tested?.Difference, null, differences.N), tested?.P);
        }
    }
}
