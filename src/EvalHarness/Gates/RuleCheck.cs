using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Whether anything may be concluded from a rule, before any difference is looked at.</summary>
internal sealed class RuleCheck(Policy policy)
{
    public const int FewestInSlice = 30;

    /// <summary>Why nothing may be concluded; absent when something may, and for what is only told.</summary>
    public string? Fault(RuleInRun rule)
    {
        if (rule.Role is MetricRole.Information)
            return null;
        if (rule.Run.Candidate.Metric(rule.Figure.Metric) is not { } metric)
            return $"the run has no metric '{rule.Figure.Metric}'";
        return NoSlice(rule) ?? Unlike(rule, metric) ?? OffScale(rule, metric) ?? Estimated(rule, metric) ?? TooLittle(rule, metric);
    }

    private static string? NoSlice(RuleInRun rule)
    {
        var slices = rule.Run.Candidate.Scores.Slices;
        return slices.Any(s => s.Name == rule.Slice) ? null : $"the run has no slice '{rule.Slice}'; there are {string.Join(", ", slices.Skip(1).Select(s => s.Name).Take(12))}";
    }

    private static string? Unlike(RuleInRun rule, Metric metric) => rule.Run.Baseline.Metric(metric.Id) switch
    {
        null => $"the baseline's run has no metric '{metric.Id}'",
        var other when other.DefinitionId != metric.DefinitionId => $"defined unlike in the two runs ({metric.DefinitionId}, {other.DefinitionId}): score both again (evalharness score)",
        _ => null,
    };

    // 5 where 0.05 was meant would let everything pass.
    private static string? OffScale(RuleInRun rule, Metric metric) => rule.Margin switch
    {
        { IsRelative: false, Value: var margin } when ValueRange.Of(metric.Unit) is { Width: var width } && margin >= width => FormattableString.Invariant($"a margin of {margin} is the whole scale of this metric: write 0.05 for five points"),
        { IsRelative: true, Value: >= 1 } when metric.Direction is Direction.Higher => "a loss of 100 % or more would always be allowed",
        _ => null,
    };

    private string? Estimated(RuleInRun rule, Metric metric)
    {
        new ScorerLookup(rule.Run, policy.KappaFloor).Of(metric, out var unknown);
        if (unknown is not null)
            return unknown;
        return metric.Scorer is null ? null
            : rule.Figure.Quantile is not null ? $"{metric.Id} is estimated, and only its mean can be corrected"
            : rule.Margin is { IsRelative: true } ? $"{metric.Id} is estimated: give its margin in points"
            : null;
    }

    private static string? TooLittle(RuleInRun rule, Metric metric)
    {
        var section = rule.Run.Section;
        var coverage = rule.CoverageOf(metric);
        if (coverage < section.CoverageFloor)
            return FormattableString.Invariant($"{coverage * 100:0.0} % of the rows that count have a score on the poorer side; the policy asks for {section.CoverageFloor * 100:0.0} %");
        if (rule.IsSmallSlice)
            return null;
        var rows = PairedRows.Of(rule.Run, metric, rule.Slice);
        var (fewestRows, fewestClusters) = rule.Slice == Slice.All ? (section.MinimumRows, section.MinimumClusters) : (FewestInSlice, MeanEstimator.FewestClusters);
        return rows.N < fewestRows ? $"{rows.N} rows that both sides have; {fewestRows} are asked for"
            : rows.Clusters < fewestClusters ? $"{rows.Clusters} clusters; {fewestClusters} are asked for"
            : null;
    }
}
