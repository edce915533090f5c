using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Tries a policy on rows like a run's own of which the truth is known: how often would it promote what is worse by the margin, and what is equal?</summary>
/// <remarks>Resampling a run against itself would give a difference of exactly 0 and prove nothing; see <see cref="NullWorld"/>. Estimated metrics are left out: their verdict says the same of itself.</remarks>
/// <param name="alpha">One-sided, of one look.</param>
public sealed class GateSelfTest(int seed, int simulations, double alpha)
{
    // A bootstrap in every simulation is dear.
    private const int QuantileShare = 10;

    private readonly ContrastMaker contrasts = new(new ClusterDraws(seed));

    /// <summary>Every guardrail, by swapped labels; with repeats also by dividing them.</summary>
    public IReadOnlyList<SelfTestLine> Of(IReadOnlyList<GateRun> runs) =>
    [
        .. from run in runs
           from rule in RuleInRun.Of(run)
           where rule.Role is MetricRole.Guardrail && run.Candidate.Metric(rule.Figure.Metric) is { Scorer: null, IsJudged: false }
           from line in Lines(rule)
           select line,
    ];

    private IEnumerable<SelfTestLine> Lines(RuleInRun rule)
    {
        var metric = rule.Run.Candidate.Metric(rule.Figure.Metric)!;
        var rows = PairedRows.Of(rule.Run, metric, rule.Slice);
        if (rows.N == 0)
            yield break;
        yield return Line(rule, rows, "label-swap");
        if (rule.Run.Candidate.Scores.Repeats > 1)
            yield return Line(rule, SplitRepeats.Of(rule.Run.Candidate, metric, rule.Slice, new SeededRandom(seed, $"self-test/split/{metric.Id}")), "split-repeats");
    }

    private SelfTestLine Line(RuleInRun rule, PairedRows rows, string by)
    {
        var (world, margin) = (new NullWorld(rows), rule.Margin!);
        var count = rule.Figure.Quantile is null ? simulations : Math.Max(100, simulations / QuantileShare);
        var equal = Outcomes(rule, world.Equal, count, $"{by}/equal");
        return new SelfTestLine(
            rule.Run.Experiment,
            rule.Rule.Metric,
            rule.Slice,
            by,
            rows.N,
            rows.Clusters,
            contrasts.Of(rows, rule.Figure, margin, alpha).Margin ?? margin.Value,
            alpha,
            count,
            world.CanBeWorse(margin) ? Share(Outcomes(rule, random => world.Worse(random, margin), count, $"{by}/worse"), LineOutcome.Pass) : null,
            Share(equal, LineOutcome.Pass),
            Share(equal, LineOutcome.Inconclusive),
            Share(equal, LineOutcome.Fail));
    }

    // Streams are by simulation, so that the same bytes come out on any number of threads.
    private LineOutcome[] Outcomes(RuleInRun rule, Func<SeededRandom, PairedRows> draw, int count, string purpose)
    {
        var outcomes = new LineOutcome[count];
        Parallel.For(0, count, i =>
        {
            var rows = draw(new SeededRandom(seed, $"self-test/{rule.Rule.Metric}/{rule.Slice}/{purpose}/{i}"));
            outcomes[i] = contrasts.Of(rows, rule.Figure, rule.Margin, alpha).OfGuardrail();
        });
        return outcomes;
    }

    private static double Share(LineOutcome[] outcomes, LineOutcome outcome) => (double)outcomes.Count(o => o == outcome) / outcomes.Length;
}
