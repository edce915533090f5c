using System.Globalization;
using EvalHarness.Nightly;
using EvalHarness.Nightly.Anchors;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What a night says, in words and cells.</summary>
public static class NightWords
{
    /// <summary>"night 12 · 2026-11-28 · ALARM".</summary>
    public static string Title(Night night) => FormattableString.Invariant($"night {night.Number} · {night.StartedAt:yyyy-MM-dd} · {night.Verdict.ToString().ToUpperInvariant()}");

    public static string Metric(GuardrailLine line) => MetricCatalogue.For(line.Metric).Label + (line.Slice == Comparisons.Slice.All ? "" : $", {line.Slice}");

    public static string Value(double? value, EvalHarness.Metrics.Unit unit) => value is { } known ? Figure.Of(known, unit) : "–";

    /// <summary>What is granted; of a ratio in percent.</summary>
    public static string Margin(GuardrailLine line) => line.Detector == GuardrailLine.Cusum
        ? FormattableString.Invariant($"{100 * (Math.Exp(line.Margin) - 1):0.##} % more")
        : Figure.OfDifference(line.Margin, line.Unit).TrimStart('+');

    /// <summary>"12.3 of 2,250".</summary>
    public static string Evidence(GuardrailLine line) => line.Threshold is { } threshold
        ? $"{line.Statistic.ToString("0.#", CultureInfo.InvariantCulture)} of {threshold.ToString("#,0.#", CultureInfo.InvariantCulture)}"
        : "–";

    /// <summary>"anchors: kappa 0.93 (floor 0.40) of judge 'strict', 40 answers of anchors.jsonl, groundedness".</summary>
    public static string Anchors(AnchorReading reading) => reading.Stopped is { } why
        ? $"anchors: {reading.File} could not be scored: {why}"
        : FormattableString.Invariant($"anchors: kappa {(reading.Kappa is { } kappa ? kappa.ToString("0.00", CultureInfo.InvariantCulture) : "unknown")} (floor {reading.Floor:0.00}) of {reading.Scorer}, {reading.N} of {reading.N + reading.NotScored} answers of {reading.File}, {reading.Evaluator}");

    /// <summary>What the exact difference comes to.</summary>
    public static string Diff(NightDiff diff)
    {
        if (diff.IsNone)
            return "No answer changed since the last time: no evidence is added.";
        var (worse, flaky) = (diff.SinceLastTime.Count(c => c.IsWorse && !c.IsFlaky), diff.SinceLastTime.Count(c => c.IsFlaky));
        return FormattableString.Invariant($"{diff.CandidateAnswers} of {diff.Asked} samples have another answer of the candidate than last time, {diff.ChampionAnswers} of the champion; {diff.NewSamples} were asked for the first time. ")
            + FormattableString.Invariant($"Worse than last time: {worse}, better: {diff.SinceLastTime.Count(c => !c.IsWorse && !c.IsFlaky)}, flaky: {flaky}. Against the champion tonight: {diff.SinceChampion.Count(c => c.IsWorse)} worse, {diff.SinceChampion.Count(c => !c.IsWorse)} better.");
    }
}
