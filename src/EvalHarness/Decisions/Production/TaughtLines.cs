using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Production;

/// <summary>Whether a tuned model knows what it was told once, or only what it was told often; retrieval does not mind.</summary>
internal static class TaughtLines
{
    private const double Confidence = 0.95;

    private static readonly (string Times, Func<int, bool> Holds)[] Groups = [("never", n => n == 0), ("once", n => n == 1), ("twice or more", n => n > 1)];

    /// <returns>Empty where nothing was counted.</returns>
    public static IReadOnlyList<TaughtLine> Of(DecisionInputs inputs)
    {
        if (inputs.Studies?.Taught is not { Count: > 0 } taught)
            return [];
        var draws = new ClusterDraws(inputs.Seed);
        return
        [
            .. from arm in inputs.Arms.Contenders
               let column = RightAnswers.Of(inputs.Table) is { } right ? inputs.Table.Column(inputs.Arms[arm]!, right.Id) : null
               where column is not null
               from line in Groups
               let share = MeanEstimator.Of(SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => taught.TryGetValue(inputs.Table.Samples[s].Id, out var times) && line.Holds(times) ? column.MeanOf(s) : null), ValueRange.Of(column.Metric.Unit), Confidence, draws)
               where share is not null
               select new TaughtLine(arm, line.Times, share),
        ];
    }
}
