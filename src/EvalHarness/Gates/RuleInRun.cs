using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Gates;

/// <summary>A rule on one slice of one run, before it is judged.</summary>
internal sealed record RuleInRun(GateRun Run, MetricRule Rule, string Slice, MetricRole Role, Margin? Margin)
{
    public FigureName Figure => FigureName.Of(Rule.Metric);

    /// <summary>The rule itself, and one guardrail for each slice that has a margin.</summary>
    public static IEnumerable<RuleInRun> Of(GateRun run) =>
        from rule in run.Section.Metrics
        from part in Parts(run, rule)
        select part;

    /// <summary>A line about the whole run or this metric, with what both sides measured.</summary>
    public GateLine Line(LineOutcome outcome, string why, Contrast? contrast = null) => new()
    {
        Experiment = Run.Experiment,
        Metric = Rule.Metric,
        Slice = Slice,
        Role = RoleNames.Of(Role),
        Outcome = outcome,
        Why = why,
        DefinitionId = Run.Candidate.Metric(Figure.Metric)?.DefinitionId,
        Margin = contrast?.Margin ?? (Margin is { IsRelative: false } absolute ? absolute.Value : null),
        Candidate = contrast?.Rows.CandidateMean,
        Baseline = contrast?.Rows.BaselineMean,
        Difference = contrast?.Shown is { } shown ? contrast.Rows.AsMeasured(shown.Difference) : null,
        Test = contrast?.Deciding?.Test,
        N = contrast?.Rows.N,
        Clusters = contrast?.Rows.Clusters,
        Wins = contrast?.Rows.Wins,
        Losses = contrast?.Rows.Losses,
        Scorer = contrast?.Scorer,
    };

    /// <summary>Of the side that is poorer in scores, in [0, 1].</summary>
    public double CoverageOf(Metric metric) => Math.Min(Share(Run.Candidate, metric), Share(Run.Baseline, metric));

    /// <summary>A slice that is too small to be gated, by its samples: what a pipeline declines makes no slice small.</summary>
    public bool IsSmallSlice => Slice != Comparisons.Slice.All && Run.Candidate.Scores.Slices.First(s => s.Name == Slice).Samples.Count < RuleCheck.FewestInSlice;

    private double Share(GateSide side, Metric metric)
    {
        var samples = side.Scores.Slices.FirstOrDefault(s => s.Name == Slice)?.Samples ?? [];
        return side.Column(metric.Id) is { } column ? Coverage.Of(column, samples) : 0;
    }

    private static IEnumerable<RuleInRun> Parts(GateRun run, MetricRule rule)
    {
        yield return new RuleInRun(run, rule, Comparisons.Slice.All, rule.Role, rule.Margin);
        foreach (var (slice, margin) in rule.Slices)
            yield return new RuleInRun(run, rule, slice, MetricRole.Guardrail, margin);
    }
}
