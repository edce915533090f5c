using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Effects;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Decisions.Recommendations;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>The decision in sentences.</summary>
public static class DecisionWords
{
    /// <summary>The answer in two sentences: who leads by which of the measured criteria, and what is recommended.</summary>
    public static string Answer(Decision decision, RunReport report)
    {
        var led = decision.Matrix.Where(r => r is { Badge: Badge.Measured, Verdict: MatrixVerdict.Best or MatrixVerdict.Shared })
            .GroupBy(r => ArmWords.Of(r.Leaders))
            .OrderByDescending(g => g.Count())
            .Select(g => $"{g.Key} {(g.First().Leaders.Count == 1 ? "leads" : "lead")} by {List.Of([.. g.Select(r => $"“{r.Criterion.Title}”")])}")
            .ToList();
        var leads = led.Count == 0 ? "By none of the criteria measured here is one way of answering shown to be better than another" : string.Join("; ", led);
        return $"{Unfinished(report)}{char.ToUpperInvariant(leads[0])}{leads[1..]}.{NoBetterThanBase(decision)} {Overall(decision, report)}";
    }

    private static string Unfinished(RunReport report) => report.Manifest.FinishedAt is null ? "This run is unfinished, and so is what follows. " : "";

    // Whoever may need neither must read it in the first sentences.
    private static string NoBetterThanBase(Decision decision)
    {
        List<Arm> unshown = [.. decision.OverBase.Where(c => c.Better != c.First).Select(c => c.First)];
        return unshown.Count == 0 ? "" : $" In right answers {ArmWords.Of(unshown)} {(unshown.Count == 1 ? "is" : "are")} not shown to be better than the base model alone.";
    }

    /// <summary>What is recommended, or why nothing is.</summary>
    public static string Overall(Decision decision, RunReport report)
    {
        var recommendation = decision.Recommendation;
        if (!recommendation.IsRanked)
            return "Nothing is ranked: the decision file weighs nothing, so these are trade-offs for you to weigh.";
        if (recommendation.Arm is not { } arm)
            return recommendation.Standings.All(s => s.Breaks.Count > 0)
                ? "By your constraints nothing is recommended: every way of answering breaks one."
                : "By your weights nobody is ahead: what is shown here does not rank the first two.";
        return $"By your weights and constraints: {ArmWords.Choice(arm)}{RunnerUp(recommendation)}.{OpenConstraints(decision, arm)}{Doubts(report)}{Flips(recommendation, decision)}";
    }

    /// <summary>"4.1 times [3.9, 4.4] the cost per question of fine-tuned".</summary>
    public static string Ratio(RatioLine line)
    {
        var (low, high) = (Times(line.Ratio.Low), line.Ratio.High is { } top ? Times(top) : "unbounded");
        return $"{ArmWords.First(line.Above)}: {Times(line.Ratio.Value)} times [{low}, {high}] the {What(line.Metric)} of {ArmWords.Of(line.Below)} (n = {Figure.Count(line.Ratio.N)})";
    }

    public static string Effect(FactorialEffect effect) => effect.Kind switch
    {
        "retrieval" => "Retrieval adds",
        "tuning" => "Tuning adds",
        _ => "Both together, beyond the sum",
    };

    /// <summary>"+4.2 points [+1.0, +7.4], n = 335".</summary>
    public static string Numbers(FactorialEffect effect) => effect.Estimate is { } e
        ? $"{Figure.OfDifference(e.Value, Unit.Ratio)} {Figure.IntervalOfDifference(e, Unit.Ratio)}, n = {Figure.Count(effect.N)}"
        : $"not enough rows ({Figure.Count(effect.N)} in {Figure.Count(effect.Clusters)} clusters)";

    /// <summary>"novelty=seen topic: fine-tuned +6.0 points [+1.2, +10.8] above hybrid, n = 120".</summary>
    public static string Harm(HarmfulSlice slice)
    {
        var difference = slice.Contrast.Difference!;
        return $"{slice.Slice}: without passages {Figure.OfDifference(difference.Value, Unit.Ratio)} {Figure.IntervalOfDifference(difference, Unit.Ratio)}, n = {Figure.Count(slice.Contrast.N)}";
    }

    public static string Constraint(ConstraintCheck check)
    {
        var figure = check.Figure is { } e ? $"{Figure.Of(e.Value, check.Unit)} {Figure.Interval(e, check.Unit)}" : "not measured";
        var bound = check.Constraint.StartsWith("must", StringComparison.Ordinal) ? $"at least {Figure.Of(check.Bound, check.Unit)}" : $"at most {Figure.Of(check.Bound, check.Unit)}";
        return $"{figure}; {bound} is asked";
    }

    public static string Outcome(ConstraintOutcome outcome) => outcome switch
    {
        ConstraintOutcome.Holds => "holds",
        ConstraintOutcome.Broken => "broken",
        ConstraintOutcome.Open => "open",
        _ => "not measured",
    };

    /// <summary>"RAG: 99.3 % [98.1, 99.7] of the replies are valid (format-schema), so 1.01 calls [1.00, 1.02] for each, if one try says nothing of the next; $0.000303 for each".</summary>
    public static string Retry(RetryLine line)
    {
        if (line.Calls is not { } calls)
            return $"{ArmWords.First(line.Arm)}: none of the replies is valid ({line.Metric}, {Figure.Interval(line.Valid, Unit.Ratio)} %): such a loop does not end";
        var cost = line.CostUsd is { } usd ? $"; {Figure.Of(usd.Value, Unit.Usd)} {Figure.Interval(usd, Unit.Usd)} for each ({BadgeWords.Of(line.Badge)})" : "";
        var never = line.NeverValid is { } share ? $"; {Figure.Of(share.Value, Unit.Ratio)} {Figure.Interval(share, Unit.Ratio)} of the samples failed every time they were asked: there such a loop does not end" : line.Valid.Value < 1 ? "; one answer each does not show samples that always fail (--repeats)" : "";
        return $"{ArmWords.First(line.Arm)}: {Figure.Of(line.Valid.Value, Unit.Ratio)} {Figure.Interval(line.Valid, Unit.Ratio)} of the replies are valid ({line.Metric}), so {Figure.Of(calls.Value, Unit.Number)} calls {Figure.Interval(calls, Unit.Number)} for each, if one try says nothing of the next{cost}{never}";
    }

    private static string OpenConstraints(Decision decision, Arm arm)
    {
        List<string> open = [.. decision.Constraints.Where(c => c.Arm == arm && c.Outcome is ConstraintOutcome.Open or ConstraintOutcome.NotMeasured).Select(c => c.Constraint)];
        return open.Count == 0 ? "" : $" It is not shown to keep {List.Of(open)}.";
    }

    private static string RunnerUp(Recommendation recommendation) => recommendation.RunnerUp is { } next ? $"; then {ArmWords.Of(next)}" : "";

    private static string Doubts(RunReport report)
    {
        var doubts = report.Badges.Where(b => b.Badge != Badge.Measured).Select(b => $"{b.Family}: {BadgeWords.Of(b.Badge)}").ToList();
        return doubts.Count == 0 ? "" : $" It rests in part on figures that are not measured ({string.Join("; ", doubts)}).";
    }

    private static string Flips(Recommendation recommendation, Decision decision)
    {
        var open = recommendation.CouldFlip.Select(id => Lower(decision.Matrix.Single(r => r.Criterion.Id == id).Criterion.Title)).ToList();
        var turning = decision.Boundaries.Where(b => b.Here is not null && recommendation.RunnerUp is { } next && IsOf(b, recommendation.Arm!.Value, next) && b.Regions.Count > 1).Select(b => Lower(BoundaryWords.Label(b.Parameter))).ToList();
        return (open.Count > 0 ? $" What is still open could turn it: {List.Of(open)}." : "") + (turning.Count > 0 ? $" Other circumstances could turn it: {List.Of(turning)}." : "");
    }

    private static bool IsOf(Decisions.Boundaries.Boundary boundary, Arm one, Arm other) => (boundary.First == one && boundary.Second == other) || (boundary.First == other && boundary.Second == one);

    private static string What(Metric metric) => metric.Unit switch
    {
        Unit.Usd => "cost per question",
        Unit.Milliseconds => "time to answer",
        _ => "tokens read",
    };

    private static string Times(double? value) => value is { } number ? Figure.Of(number, Unit.Number) : "unbounded";

    private static string Lower(string title) => $"{char.ToLowerInvariant(title[0])}{title[1..]}";
}
