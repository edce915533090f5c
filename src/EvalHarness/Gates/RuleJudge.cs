using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Judges every rule of a policy: first whether anything may be concluded, then the test that its role asks for.</summary>
/// <param name="alpha">What this look got, one-sided.</param>
internal sealed class RuleJudge(Policy policy, double alpha, ClusterDraws draws)
{
    private const int FewestInSlice = 30;

    private readonly ContrastMaker contrasts = new(draws);

    public IReadOnlyList<GateLine> Judge(IReadOnlyList<RuleInRun> rules)
    {
        var deteriorations = rules.Count(r => r.Role is MetricRole.DeteriorationOnly);
        List<(RuleInRun Rule, Contrast Contrast)> objectives = [];
        List<GateLine> lines = [];
        foreach (var rule in rules)
        {
            var (line, contrast) = Prepare(rule, rule.Role is MetricRole.DeteriorationOnly ? alpha / deteriorations : alpha);
            if (line is null && rule.Role is MetricRole.Objective)
                objectives.Add((rule, contrast!));
            lines.Add(line ?? Decide(rule, contrast!, alpha / Math.Max(1, deteriorations)));
        }

        return Adjusted(lines, objectives);
    }

    // Either a line that needs no test, or what is tested.
    private (GateLine? Line, Contrast? Contrast) Prepare(RuleInRun rule, double allowed)
    {
        if (rule.Run.Candidate.Metric(rule.Figure.Metric) is not { } metric)
            return (rule.Line(rule.Role is MetricRole.Information ? LineOutcome.Told : LineOutcome.Invalid, $"the run has no metric '{rule.Figure.Metric}'"), null);
        if (rule.Run.Candidate.Scores.Slices.All(s => s.Name != rule.Slice))
            return (rule.Line(LineOutcome.Invalid, $"the run has no slice '{rule.Slice}'; there are {string.Join(", ", rule.Run.Candidate.Scores.Slices.Skip(1).Select(s => s.Name).Take(12))}"), null);
        if (Unlike(rule, metric) is { } unlike)
            return (rule.Line(LineOutcome.Invalid, unlike), null);
        var rows = PairedRows.Of(rule.Run, metric, rule.Slice);
        var known = ScorersOf(rule, metric, out var unknown);
        if (rule.Role is MetricRole.Information)
            return (Told(rule, rows, allowed, unknown), null);
        if (rule.Slice != Slice.All && rows.N < FewestInSlice)
            return (rule.Line(LineOutcome.Told, $"{rows.N} rows, fewer than {FewestInSlice}: told, not gated", contrasts.Of(rows, rule.Figure, rule.Margin, allowed, known)), null);
        if ((unknown ?? TooLittle(rule, metric, rows)) is { } invalid)
            return (rule.Line(LineOutcome.Invalid, invalid, contrasts.Of(rows, rule.Figure, rule.Margin, allowed, known)), null);
        return (null, contrasts.Of(rows, rule.Figure, rule.Margin, allowed, known));
    }

    private GateLine Told(RuleInRun rule, PairedRows rows, double allowed, string? unknown)
    {
        var contrast = contrasts.Of(rows, rule.Figure, rule.Margin, allowed, scorer: null);
        return rule.Line(LineOutcome.Told, unknown is null ? Seen(contrast) : $"{Seen(contrast)}; {unknown}", contrast);
    }

    private static string? Unlike(RuleInRun rule, Metric metric) => rule.Run.Baseline.Metric(metric.Id) switch
    {
        null => $"the baseline's run has no metric '{metric.Id}'",
        var other when other.DefinitionId != metric.DefinitionId => $"defined unlike in the two runs ({metric.DefinitionId}, {other.DefinitionId}): score both again (evalharness score)",
        _ => null,
    };

    private ScorerPair? ScorersOf(RuleInRun rule, Metric metric, out string? unknown)
    {
        var lookup = new ScorerLookup(rule.Run, policy.KappaFloor);
        var pair = lookup.Of(metric, out unknown);
        return pair;
    }

    private static string? TooLittle(RuleInRun rule, Metric metric, PairedRows rows)
    {
        var section = rule.Run.Section;
        var coverage = rule.Coverage(metric);
        var (fewestRows, fewestClusters) = rule.Slice == Slice.All ? (section.MinimumRows, section.MinimumClusters) : (FewestInSlice, MeanEstimator.FewestClusters);
        return coverage < section.CoverageFloor ? FormattableString.Invariant($"{coverage * 100:0.0} % of the rows that count have a score on the poorer side; the policy asks for {section.CoverageFloor * 100:0.0} %")
            : rows.N < fewestRows ? $"{rows.N} rows that both sides have; the policy asks for {fewestRows}"
            : rows.Clusters < fewestClusters ? $"{rows.Clusters} clusters; {fewestClusters} are asked for"
            : null;
    }

    private GateLine Decide(RuleInRun rule, Contrast contrast, double shared) => rule.Role switch
    {
        MetricRole.DeteriorationOnly => Deterioration(rule, contrast, shared),
        MetricRole.Objective => rule.Line(LineOutcome.Inconclusive, "", contrast),
        _ => Guardrail(rule, contrast),
    };

    private GateLine Guardrail(RuleInRun rule, Contrast contrast)
    {
        var unit = contrast.Rows.Metric.Unit;
        var margin = GateText.Width(contrast.Margin ?? 0, unit);
        var outcome = contrast.OfGuardrail();
        var found = outcome switch
        {
            LineOutcome.Pass => $"not worse by the margin of {margin}",
            LineOutcome.Fail => $"worse by more than the margin of {margin}",
            _ => $"may be worse by the margin of {margin}, or not",
        };
        var line = rule.Line(outcome, $"{Seen(contrast)}: {found}", contrast) with { P = contrast.Deciding?.Above(contrast.Bound), Alpha = alpha };
        return outcome is LineOutcome.Inconclusive ? WithNeed(line, contrast) : line;
    }

    private GateLine WithNeed(GateLine line, Contrast contrast)
    {
        if (line.Scorer is { NextPurchase: var purchase })
            return line with { Why = $"{line.Why}. Buy next: {purchase}", NNeeded = contrast.NNeeded(alpha) };
        return contrast.NNeeded(alpha) switch
        {
            { } needed when needed > line.N => line with { Why = FormattableString.Invariant($"{line.Why}; n ≈ {needed:N0} would decide it, if the candidate is as good as the baseline (there are {line.N:N0})"), NNeeded = needed },
            { } enough => line with { Why = $"{line.Why}; these rows would do for a candidate as good as the baseline, so it seems to be a little worse", NNeeded = enough },
            null => line with { Why = $"{line.Why}; its spread is unknown here: nothing varies, or the rows are too few for this quantile" },
        };
    }

    private static GateLine Deterioration(RuleInRun rule, Contrast contrast, double shared)
    {
        var (outcome, found) = contrast.HighestAt switch
        {
            null => (LineOutcome.Inconclusive, "nothing bounds the difference"),
            < 0 => (LineOutcome.Fail, "worse than the baseline"),
            _ => (LineOutcome.Pass, "not shown to be worse"),
        };
        return rule.Line(outcome, $"{Seen(contrast)}: {found}", contrast)
            with
        { P = contrast.Deciding?.Below(0), Alpha = shared };
    }

    private IReadOnlyList<GateLine> Adjusted(List<GateLine> lines, List<(RuleInRun Rule, Contrast Contrast)> objectives)
    {
        double[] adjusted = [.. Holm.Adjust([.. objectives.Select(o => o.Contrast.Deciding?.Above(-o.Contrast.Bound) ?? 1)])];
        foreach (var (i, (rule, contrast)) in objectives.Index())
        {
            var (outcome, found) = adjusted[i] <= alpha ? (LineOutcome.Pass, "better than the baseline")
                : contrast.HighestAt < 0 ? (LineOutcome.Fail, "worse than the baseline")
                : (LineOutcome.Inconclusive, "not shown to be better than the baseline");
            var least = contrast.Margin is > 0 and var margin ? $" by at least {GateText.Width(margin, contrast.Rows.Metric.Unit)}" : "";
            lines[lines.FindIndex(l => l.Metric == rule.Rule.Metric && l.Slice == rule.Slice && l.Experiment == rule.Run.Experiment)] =
                rule.Line(outcome, $"{Seen(contrast)}: {found}{least}", contrast) with { P = adjusted[i], Alpha = alpha };
        }

        return lines;
    }

    private static string Seen(Contrast contrast)
    {
        if (contrast.Shown is not { } shown)
            return contrast.Rows.N == 0 ? "no row that both sides have" : "too few clusters for an interval";
        var (unit, seen) = (contrast.Rows.Metric.Unit, contrast.Rows.AsMeasured(shown.Difference));
        return $"{GateText.Difference(seen.Value, unit)} [{GateText.End(seen.Low, unit)}, {GateText.End(seen.High, unit)}]";
    }
}
