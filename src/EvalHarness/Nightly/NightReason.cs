namespace EvalHarness.Nightly;

/// <summary>A night's verdict as one or two sentences.</summary>
internal static class NightReason
{
    public static string Of(Night night) => night.Verdict switch
    {
        NightVerdict.Alarm => Alarm(night),
        NightVerdict.Warn => Warn(night),
        _ => Quiet(night),
    };

    private static string Alarm(Night night)
    {
        var alarms = night.Guardrails.Where(g => g.Outcome == WatchOutcome.Alarm).ToList();
        var against = night.Champion is null ? "than in the nights before" : "than the champion";
        var first = FormattableString.Invariant($"{string.Join(", ", alarms.Select(Name))}: worse {against} by more than the margin, likely since night {night.Onset!.Night}. ");
        return first + Cause(night.Onset) + (alarms[0].AlarmNight < night.Number ? FormattableString.Invariant($" The alarm stands since night {alarms[0].AlarmNight}.") : "");
    }

    private static string Cause(NightOnset onset) => onset.Changed.Count == 0
        ? "Nothing that the harness can see changed there."
        : FormattableString.Invariant($"Changed in night {onset.ChangedNight}: {string.Join(", ", onset.Changed.Select(c => $"{c.What} ({Short(c.Before)} → {Short(c.After)})"))}.");

    private static string Warn(Night night)
    {
        var warned = night.Series.Where(s => s.Outcome == WatchOutcome.Warn).ToList();
        return $"Straying from the burn-in: {string.Join(", ", warned.Select(s => $"{s.Figure} of the {s.Side} since night {s.OnsetNight}"))}.";
    }

    private static string Quiet(Night night)
    {
        if (night.Diff!.IsNone)
            return FormattableString.Invariant($"The answers to all {night.Diff.Asked} samples are those of the last time, byte for byte.");
        var learning = night.Series.Where(s => s.Outcome == WatchOutcome.Learning).Select(s => s.Why).FirstOrDefault();
        var changed = night.Diff.Asked == 0
            ? FormattableString.Invariant($"{night.Diff.NewSamples} samples were asked for the first time.")
            : FormattableString.Invariant($"Answers changed on {night.Diff.CandidateAnswers} of {night.Diff.Asked} samples; no guardrail is shown to be worse than its margin.");
        return learning is null ? changed : $"{changed} Warnings: {learning}.";
    }

    private static string Name(GuardrailLine line) => line.Slice == Comparisons.Slice.All ? line.Metric : $"{line.Metric} of {line.Slice}";

    private static string Short(string? hash) => hash is null ? "none" : hash.Length > 16 ? hash[..12] : hash;
}
