using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Judges rules of which none is at fault: each by the test that its role asks for.</summary>
/// <param name="alpha">What this look got, one-sided.</param>
internal sealed class RuleJudge(Policy policy, double alpha, ClusterDraws draws)
{
    private readonly ContrastMaker contrasts = new(draws);

    public IReadOnlyList<GateLine> Judge(IReadOnlyList<RuleInRun> rules)
    {
        // Looks make promoting harder, and finding harm no harder: deterioration has the policy's own α.
        var shared = policy.Alpha / Math.Max(1, rules.Count(r => r.Role is MetricRole.DeteriorationOnly));
        var lines = rules.Select(rule => Line(rule, shared)).ToArray();
        var objectives = rules.Index().Where(r => r.Item.Role is MetricRole.Objective).Select(r => r.Index).ToList();
        var adjusted = Holm.Adjust([.. objectives.Select(i => lines[i].P ?? 1)]);
        foreach (var (i, p) in objectives.Zip(adjusted))
            lines[i] = Objective(lines[i], p);
        return lines;
    }

    private GateLine Line(RuleInRun rule, double shared)
    {
        if (rule.Run.Candidate.Metric(rule.Figure.Metric) is not { } metric)
            return rule.Line(LineOutcome.Told, $"the run has no metric '{rule.Figure.Metric}'");
        var rows = PairedRows.Of(rule.Run, metric, rule.Slice);
        return rule.Role switch
        {
            MetricRole.Information => Told(rule, rows),
            _ when rule.IsSmallSlice => rule.Line(LineOutcome.Told, $"{rows.InSlice} rows, fewer than {RuleCheck.FewestInSlice}: told, not gated", contrasts.Of(rows, rule.Figure, rule.Margin, alpha)),
            MetricRole.DeteriorationOnly => Deterioration(rule, Bounded(rule, rows, shared, isDemand: false), shared),
            MetricRole.Objective => Tested(rule, Bounded(rule, rows, alpha, isDemand: true)),
            _ => Guardrail(rule, Bounded(rule, rows, alpha, isDemand: false)),
        };
    }

    private Contrast Bounded(RuleInRun rule, PairedRows rows, double allowed, bool isDemand) =>
        new ScorerLookup(rule.Run, policy.KappaFloor).Of(rows.Metric, out _) is { } scorer
            ? scorer.Contrast(rule.Run, rows, rule.Slice, rule.Margin?.Value ?? 0, allowed, isDemand)
            : contrasts.Of(rows, rule.Figure, rule.Margin, allowed, isDemand);

    private GateLine Told(RuleInRun rule, PairedRows rows)
    {
        new ScorerLookup(rule.Run, policy.KappaFloor).Of(rows.Metric, out var unknown);
        var contrast = contrasts.Of(rows, rule.Figure, margin: null, alpha);
        return rule.Line(LineOutcome.Told, unknown is null ? contrast.Seen : $"{contrast.Seen}; {unknown}", contrast);
    }

    private GateLine Guardrail(RuleInRun rule, Contrast contrast)
    {
        var margin = Figure.Width(contrast.Margin ?? 0, contrast.Rows.Metric.Unit);
        var outcome = contrast.OfGuardrail();
        var found = outcome switch
        {
            LineOutcome.Pass => $"not worse by the margin of {margin}",
            LineOutcome.Fail => $"worse by more than the margin of {margin}",
            _ => $"may be worse by the margin of {margin}, or not",
        };
        var line = rule.Line(outcome, $"{contrast.Seen}: {found}", contrast) with { P = contrast.Deciding?.Above(contrast.Bound), Alpha = alpha };
        return outcome is LineOutcome.Inconclusive ? WithNeed(line, contrast, rule.Figure) : line;
    }

    private GateLine WithNeed(GateLine line, Contrast contrast, FigureName figure)
    {
        if (line.Scorer is { NextPurchase: var purchase })
            return line with { Why = $"{line.Why}. Buy next: {purchase}" };
        return (figure.Quantile is null ? contrast.NNeeded(alpha) : null) switch
        {
            { } needed when needed > line.N => line with { Why = FormattableString.Invariant($"{line.Why}; n ≈ {needed:N0} would decide it in four of five cases, if the candidate is as good as the baseline (there are {line.N:N0})"), NNeeded = needed },
            { } enough => line with { Why = $"{line.Why}; these rows would do for a candidate as good as the baseline, so it seems to be a little worse", NNeeded = enough },
            null when contrast.Deciding?.Difference.Low is null => line with { Why = $"{line.Why}; the data do not bound it: nothing varies, or the rows are too few for this quantile" },
            null => line with { Why = $"{line.Why}; more rows are needed" },
        };
    }

    private static GateLine Deterioration(RuleInRun rule, Contrast contrast, double shared)
    {
        var (outcome, found) = contrast.Deciding?.Difference.High switch
        {
            null => (LineOutcome.Inconclusive, "nothing bounds the difference"),
            < 0 => (LineOutcome.Fail, "worse than the baseline"),
            _ => (LineOutcome.Pass, "not shown to be worse"),
        };
        var line = rule.Line(outcome, $"{contrast.Seen}: {found}", contrast);
        return line with { P = contrast.Deciding?.Below(0), Alpha = shared };
    }

    // Its outcome waits for the other objectives' p; until then it is open, or worse.
    private GateLine Tested(RuleInRun rule, Contrast contrast)
    {
        var isWorse = contrast.Deciding?.Difference.High < contrast.Bound && contrast.Shown?.Difference.High < 0;
        var line = rule.Line(isWorse ? LineOutcome.Fail : LineOutcome.Inconclusive, contrast.Seen, contrast);
        return line with { P = contrast.Deciding?.Above(contrast.Bound), Alpha = alpha };
    }

    private GateLine Objective(GateLine line, double adjusted)
    {
        var by = line.Margin is > 0 and { } margin ? $" by the {margin:0.#####} that are asked for" : "";
        var (outcome, found) = adjusted <= alpha ? (LineOutcome.Pass, $"better than the baseline{by}")
            : line.Outcome is LineOutcome.Fail ? (LineOutcome.Fail, "worse than the baseline")
            : (LineOutcome.Inconclusive, $"not shown to be better than the baseline{by}");
        return line with { P = adjusted, Outcome = outcome, Why = $"{line.Why}: {found}" };
    }
}
