using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>What retrieval adds, what tuning adds, and what both add together beyond that, in right answers.</summary>
/// <remarks>Per sample and before averaging, so every effect is paired. Source: any 2 × 2 factorial design; t by cluster.</remarks>
public static class Factorial
{
    private const double Confidence = 0.95;

    /// <returns>Empty when one of the four arms is missing, or correctness is not measured.</returns>
    public static IReadOnlyList<FactorialEffect> Of(DecisionInputs inputs)
    {
        Arm[] needed = [Arm.Base, Arm.Rag, Arm.FineTuned, Arm.Hybrid];
        var columns = needed.Select(a => inputs.Arms[a] is { } pipeline ? inputs.Table.Column(pipeline, AnswerCorrectness.Id) : null).OfType<ScoreColumn>().ToList();
        if (columns.Count < needed.Length)
            return [];

        var draws = new ClusterDraws(inputs.Seed);
        return
        [
            Effect("retrieval", (none, rag, tuned, both) => (rag - none + both - tuned) / 2),
            Effect("tuning", (none, rag, tuned, both) => (tuned - none + both - rag) / 2),
            Effect("interaction", (none, rag, tuned, both) => both - rag - tuned + none),
        ];

        FactorialEffect Effect(string kind, Func<double?, double?, double?, double?, double?> of)
        {
            var values = SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => of(columns[0].MeanOf(s), columns[1].MeanOf(s), columns[2].MeanOf(s), columns[3].MeanOf(s)));
            var tested = DifferenceEstimator.Of(values, range: null, Confidence, draws);
            return new(kind, tested?.Difference, tested?.P, values.N, values.ClusterCount);
        }
    }
}
