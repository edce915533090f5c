using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>In which shares the rows of a run stand for questions, against the shares that the user's own traffic has: never in silence.</summary>
public static class MixWords
{
    /// <summary>None where the decision file says nothing of shares.</summary>
    public static IReadOnlyList<string> Of(Decision decision, RunReport report)
    {
        List<string> shares =
        [
            .. decision.Settings is { ChangedShare: { } changed, Slices: var slices } && slices.TryGetValue("changed", out var slice) && ShareOf(slice, report) is { } rows ? new[] { Share("facts that have changed", rows, changed) } : [],
            .. decision.Settings.UnanswerableShare is { } unanswerable && Unanswerable(report) is { } declined ? new[] { Share("questions that nothing answers", declined, unanswerable) } : [],
        ];
        return shares.Count == 0 ? [] : [$"Figures over all rows mix questions as the gold set does: {List.Of(shares)}. At your shares, read where the choice turns."];
    }

    private static string Share(string what, double rows, double yours) => $"{Figure.Of(rows, Unit.Ratio)} {what} (yours: {Figure.Of(yours, Unit.Ratio)})";

    private static double? ShareOf(string slice, RunReport report) =>
        report.Scores.Slices.FirstOrDefault(s => s.Name == slice) is { } found ? (double)found.Samples.Count / report.Scores.Samples.Count : null;

    // Whether declining is right is asked of these alone.
    private static double? Unanswerable(RunReport report) => report.Pipelines.Select(p => report.Scores.Column(p, "abstention-correct")).OfType<ScoreColumn>().FirstOrDefault() is { } column
        ? 1 - ((double)column.Counts(report.Scores.Slices[0].Samples).NotApplicable / report.Scores.Samples.Count / column.Repeats)
        : null;
}
