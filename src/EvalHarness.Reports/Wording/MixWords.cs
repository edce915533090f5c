using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Effects;
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

    /// <summary>Right answers with each slice at the share that the user's traffic gives it; one line that says why not, where a slice has no rows.</summary>
    public static IReadOnlyList<string> Traffic(Decision decision)
    {
        if (decision.Settings.Traffic.Count == 0)
            return [];
        var shares = string.Join(", ", decision.Settings.Traffic.Select(t => $"{t.Key} {Figure.Of(t.Value, Unit.Ratio)}"));
        return decision.Traffic.Count == 0
            ? [$"Right answers at your traffic ({shares}): not enough rows in one of its slices."]
            : [$"Right answers at your traffic ({shares}): {string.Join("; ", decision.Traffic.Select(Line))}."];
    }

    private static string Line(TrafficLine line) => line.Against is { } other
        ? $"{ArmWords.Of(line.Arm)} {Figure.OfDifference(line.Right.Value, Unit.Ratio)} {Figure.IntervalOfDifference(line.Right, Unit.Ratio)} against {ArmWords.Of(other)}{(line.IsShown ? "" : ", not shown")}"
        : $"{ArmWords.Of(line.Arm)} {Figure.Of(line.Right.Value, Unit.Ratio)} {Figure.Interval(line.Right, Unit.Ratio)}";

    private static string Share(string what, double rows, double yours) => $"{Figure.Of(rows, Unit.Ratio)} {what} (yours: {Figure.Of(yours, Unit.Ratio)})";

    private static double? ShareOf(string slice, RunReport report) =>
        report.Scores.Slices.FirstOrDefault(s => s.Name == slice) is { } found ? (double)found.Samples.Count / report.Scores.Samples.Count : null;

    // Whether declining is right is asked of these alone.
    private static double? Unanswerable(RunReport report) => report.Pipelines.Select(p => report.Scores.Column(p, "abstention-correct")).OfType<ScoreColumn>().FirstOrDefault() is { } column
        ? 1 - ((double)column.Counts(report.Scores.Slices[0].Samples).NotApplicable / report.Scores.Samples.Count / column.Repeats)
        : null;
}
