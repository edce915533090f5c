using EvalHarness.Metrics;

namespace EvalHarness.Comparisons;

/// <summary>Which metric says whose answers are right, the same wherever it is asked of one run.</summary>
public static class RightAnswers
{
    /// <returns>The best that some pipeline has a value of; absent when there is none.</returns>
    public static Metric? Of(ScoreTable table) => AnswerCorrectness.OrNext
        .Select(id => table.Metrics.FirstOrDefault(m => m.Id == id))
        .FirstOrDefault(m => m is not null && table.Pipelines.Any(p => table.Column(p, m.Id)?.Counts(table.Slices[0].Samples).Scored > 0));
}
