using EvalHarness.Gates;

namespace EvalHarness.Reports.Wording;

/// <summary>A verdict in words that everybody knows.</summary>
public static class VerdictWords
{
    /// <summary>As exit codes are documented: <c>PROMOTE</c>.</summary>
    public static string Of(Verdict verdict) => verdict.ToString().ToUpperInvariant();

    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Promote => "The candidate may replace the baseline.",
        Verdict.Inconclusive => "These rows cannot decide. Keep the baseline, and add what is asked for.",
        Verdict.Reject => "Keep the baseline: the candidate is worse than the policy allows.",
        _ => "Nothing may be concluded. Mend what is named, and judge again.",
    };

    public static string Of(LineOutcome outcome) => outcome switch
    {
        LineOutcome.Told => "told",
        LineOutcome.Pass => "pass",
        LineOutcome.Inconclusive => "open",
        LineOutcome.Fail => "FAIL",
        _ => "INVALID",
    };

    /// <summary>What a line is about: metric, slice, and the experiment where there are several.</summary>
    public static string Subject(GateLine line, bool several) =>
        (several ? $"{line.Experiment}: " : "") + (line.Slice == Comparisons.Slice.All ? line.Metric : $"{line.Metric} ({line.Slice})");

    /// <summary>What its scorer's error does to it; absent when nothing estimates the metric.</summary>
    public static string? Scorer(GateLine line) => line.Scorer is { } scorer
        ? FormattableString.Invariant($"With this scorer (J {scorer.CandidateYouden:0.00} on the candidate, {scorer.BaselineYouden:0.00} on the baseline, kappa from {scorer.KappaLow:0.00}) a candidate that is truly worse by the margin passes this line with {scorer.PromotedIfWorse * 100:0.#} %; had its error been ignored, with {scorer.PromotedIfWorseUncorrected * 100:0.#} %. Buy next: {scorer.NextPurchase}.")
        : null;
}
