using EvalHarness.Metrics;
using EvalHarness.Nightly.History;

namespace EvalHarness.Nightly;

/// <summary>From a night's run to its verdict: validity first, then the exact diff, then the detectors.</summary>
public sealed class NightJudge(NightPast past)
{
    /// <returns>The night, and the sample values that the history keeps with it.</returns>
    public (Night Night, IReadOnlyList<NightValue> Values) Judge(NightInput input)
    {
        if (NightValidity.Fault(input) is { } fault)
            return (Night(input, NightVerdict.Invalid, fault), []);

        var states = SampleState.Of(input.Answers, past);
        var epoch = NightEpoch.Of(past, input.Candidate, input.Champion);
        var flaky = Flaky(input, states);
        NightDiffer differ = new(input, past, states, flaky);
        var values = differ.Values();
        var diff = differ.Diff(values);
        var guardrails = new GuardrailJudge(input, epoch, states, diff.IsNone).Lines();
        var series = new SeriesJudge(input, epoch, diff.IsNone).Lines();
        var verdict = guardrails.Any(g => g.Outcome == WatchOutcome.Alarm) ? NightVerdict.Alarm : series.Any(s => s.Outcome == WatchOutcome.Warn) ? NightVerdict.Warn : NightVerdict.Quiet;
        var night = Night(input, verdict, "") with { Diff = diff, Guardrails = guardrails, Series = series, Flaky = flaky };
        var onset = guardrails.FirstOrDefault(g => g.Outcome == WatchOutcome.Alarm) is { } alarm ? NightOnset.Of(alarm, [.. epoch, night]) : null;
        return (night with { Onset = onset, Why = NightReason.Of(night with { Onset = onset }), Notes = [.. night.Notes, .. FlakyNotes(flaky)] }, values);
    }

    private Night Night(NightInput input, NightVerdict verdict, string why) => new()
    {
        Number = input.Number,
        Run = input.Manifest.Id,
        Experiment = input.Manifest.Name,
        StartedAt = input.Manifest.StartedAt,
        Verdict = verdict,
        Why = why,
        Candidate = input.Candidate,
        Champion = input.Champion,
        Samples = input.Manifest.Dataset.Samples,
        Hashes = input.Hashes,
        PolicyHash = input.PolicyHash,
        Seed = input.Seed,
        GoldStale = input.GoldStale,
        Anchored = input.Anchored,
        Anchors = input.Anchors,
        Flaky = past.Flaky,
        Notes = input.Notes,
    };

    // Of the frozen side: a candidate that got worse is not flaky.
    private FlakyList Flaky(NightInput input, IReadOnlyDictionary<string, SampleState> states)
    {
        var metric = Guardrail.Of(input.Policy, input.Scores!).FirstOrDefault(g => g.IsPaired && g.Metric.Unit == Unit.YesNo)?.Metric;
        var draws = past.Totals.Where(t => t.Key.Metric == metric?.Id && states.GetValueOrDefault(t.Key.Sample).IsAnew).ToDictionary(t => t.Key.Sample, t => (t.Value.Sum, t.Value.Draws), StringComparer.Ordinal);
        return past.Flaky.After(draws, states.Count, input.Manifest.StartedAt);
    }

    private static IEnumerable<string> FlakyNotes(FlakyList flaky) => flaky.LeftOut == 0
        ? []
        : [FormattableString.Invariant($"{flaky.LeftOut} more samples are flaky than the {flaky.Samples.Count} that may be listed: the noise is the pipeline's, not the samples'. Lower its temperature, or ask each sample several times (run.repeats).")];
}
