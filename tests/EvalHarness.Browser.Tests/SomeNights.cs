using EvalHarness.Metrics;
using EvalHarness.Nightly;
using EvalHarness.Nightly.Gold;

namespace EvalHarness.Browser.Tests;

/// <summary>Three nights that end in an alarm, with something in every table.</summary>
internal static class SomeNights
{
    private static readonly DateTimeOffset First = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Night> Make() => [Night(1, NightVerdict.Quiet, 0.9), Night(2, NightVerdict.Warn, 0.86), Night(3, NightVerdict.Alarm, 0.7)];

    private static Night Night(int number, NightVerdict verdict, double success) => new()
    {
        Number = number,
        Run = $"2026112{number - 1}-020000-helpdesk",
        Experiment = "helpdesk",
        StartedAt = First.AddDays(number - 1),
        Verdict = verdict,
        Why = "The candidate answers fewer questions than the gate permits.",
        Candidate = new NightSide("fine-tuned", "c1"),
        Champion = new NightSide("rag", "c2"),
        Samples = 60,
        Hashes = new Dictionary<string, string> { ["corpus"] = $"{number}" },
        Seed = 1,
        Diff = new NightDiff(60, 0, 12, 0, [new RowChange("s1", "success", 1, 0, IsWorse: true, IsFlaky: false)], [new RowChange("s2", "success", 0, 1, IsWorse: false, IsFlaky: true)]),
        Guardrails = [Guardrail(number, verdict, success)],
        Series = [Series(number, verdict, success)],
        GoldStale = [new StaleSample("s3", "limits", "The quote is gone.")],
        Anchored = [new AnchoredEvidence("s4", "limits", "60 minutes", "limits-2", "60 min")],
        Notes = ["A note."],
    };

    private static GuardrailLine Guardrail(int number, NightVerdict verdict, double success) => new()
    {
        Metric = "success",
        Slice = "all",
        DefinitionId = "success@1",
        Unit = Unit.YesNo,
        Detector = GuardrailLine.Betting,
        Margin = 0.05,
        Outcome = verdict == NightVerdict.Alarm ? WatchOutcome.Alarm : WatchOutcome.Quiet,
        Why = "Of 60 samples, 12 are worse.",
        N = 60,
        Clusters = 20,
        Anew = 12,
        Candidate = success,
        Champion = 0.9,
        Statistic = Math.Pow(10, number),
        Threshold = 500,
        AlarmNight = verdict == NightVerdict.Alarm ? number : null,
        OnsetNight = verdict == NightVerdict.Alarm ? number - 1 : null,
    };

    private static SeriesLine Series(int number, NightVerdict verdict, double success) => new()
    {
        Figure = "success",
        Side = "candidate",
        DefinitionId = "success@1",
        Unit = Unit.YesNo,
        Value = success,
        Statistic = number,
        Outcome = verdict == NightVerdict.Quiet ? WatchOutcome.Quiet : WatchOutcome.Warn,
        Why = "Below its burn-in.",
    };
}
