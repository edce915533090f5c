using EvalHarness.Experiments.Remedies;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Remedies;

/// <summary>The tables of remedies: what they repaired and broke, and which could not be tried.</summary>
public static class RemedyTables
{
    /// <summary>A row per pipeline, remedy and fault.</summary>
    public static WordTable Tried(RemedyResult result) => new(
        ["", "fault", "rows with it", "repaired, 95 %", "when asked again", "broken of those that passed, 95 %", "when asked again"],
        [.. result.Tried.Select(t => (IReadOnlyList<string>)[$"{t.Pipeline}+{t.Remedy}", t.Fault, Figure.Count(t.Rows), Cell(t.Repaired), $"{t.Repaired.AskedAgain}", Cell(t.Broken), $"{t.Broken.AskedAgain}"])]);

    /// <summary>A row per pipeline and remedy.</summary>
    public static WordTable Untried(RemedyResult result) => new(
        ["not tried", "faults", "rows", "why", "what to supply"],
        [.. result.Untried.Select(u => (IReadOnlyList<string>)[$"{u.Pipeline}+{u.Remedy}", string.Join(", ", u.Faults), Figure.Count(u.Rows), u.Why, u.Mend])]);

    private static string Cell(RemedyRate rate) => rate.Rate is { } estimate
        ? $"{Figure.Count(rate.Changed)} of {Figure.Count(rate.Judged)}: {Figure.Of(estimate.Value, Unit.Ratio)} {Figure.Interval(estimate, Unit.Ratio)}{(rate.Judged < rate.Tried ? $", {rate.Tried - rate.Judged} not scored" : "")}"
        : rate.Tried == 0 ? "–" : $"none of {rate.Tried} scored";
}
