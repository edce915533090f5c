using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>May the candidate be promoted? Conditions first, then every rule of the policy; the gravest line decides.</summary>
/// <remarks>
/// No point estimate decides anything: guardrails by non-inferiority at α each (all must hold, so α needs no sharing), objectives by
/// superiority (Holm), deterioration at α shared over its metrics. Nothing is called, and the same evidence gives the same verdict.
/// </remarks>
public sealed class Gate(Policy policy, int seed)
{
    /// <param name="runs">In the order of the policy's sections.</param>
    public GateResult Decide(IReadOnlyList<GateRun> runs, Look look, DateTimeOffset at, string harnessVersion)
    {
        var lines = Lines(runs, look);
        var verdict = Of(lines);
        return new GateResult
        {
            Verdict = verdict,
            Why = Why(verdict, lines),
            Policy = policy.Name,
            PolicyHash = policy.Hash,
            PolicyStoodBefore = StoodBefore(runs),
            Runs = [.. runs.Select(r => r.Judged())],
            PolicyAlpha = policy.Alpha,
            Alpha = look.Alpha,
            Look = look.Number,
            Lines = lines,
            Notes = [.. Notes(runs, look)],
            DecidedAt = at,
            HarnessVersion = harnessVersion,
        };
    }

    // Nothing is looked at unless everything may be: an INVALID verdict must not tell who would have won.
    private IReadOnlyList<GateLine> Lines(IReadOnlyList<GateRun> runs, Look look)
    {
        ClusterDraws draws = new(seed);
        RuleCheck check = new(policy);
        CeilingJudge ceilings = new(look.Alpha, draws);
        List<GateLine> conditions = [.. runs.SelectMany(ConditionJudge.Judge), .. look.Alpha > 0 ? [] : new[] { SpentUp(runs[0], look) }];
        List<RuleInRun> rules = [.. runs.SelectMany(RuleInRun.Of)];
        List<GateLine> faults = [.. rules.Select(r => (r, Fault: check.Fault(r))).Where(r => r.Fault is not null).Select(r => r.r.Line(LineOutcome.Invalid, r.Fault!)), .. runs.SelectMany(CeilingJudge.Faults)];
        return faults.Count > 0 || conditions.Any(c => c.Outcome is LineOutcome.Invalid)
            ? [.. conditions, .. faults, .. rules.Where(r => check.Fault(r) is null).Select(r => r.Line(LineOutcome.Told, "not looked at: nothing may be concluded"))]
            : [.. conditions, .. new RuleJudge(policy, look.Alpha, draws).Judge(rules), .. runs.SelectMany(ceilings.Judge)];
    }

    private GateLine SpentUp(GateRun run, Look look) => new()
    {
        Experiment = run.Experiment,
        Metric = "looks",
        Slice = Slice.All,
        Role = RoleNames.Condition,
        Outcome = LineOutcome.Invalid,
        Why = FormattableString.Invariant($"this would be look {look.Number} at the dataset, and its α of {policy.Alpha} is spent: judge on rows that no candidate has seen yet, and plan looks in the policy"),
    };

    private static Verdict Of(IReadOnlyList<GateLine> lines) =>
        lines.Any(l => l.Outcome is LineOutcome.Invalid) ? Verdict.Invalid
        : lines.Any(l => l.Outcome is LineOutcome.Fail) ? Verdict.Reject
        : lines.Any(l => l.Outcome is LineOutcome.Inconclusive) ? Verdict.Inconclusive
        : lines.Any(l => l.Outcome is LineOutcome.Pass && l.Role is not (RoleNames.Condition or RoleNames.Deterioration)) ? Verdict.Promote
        // That nothing was shown to be worse is no reason to promote, and information is none.
        : Verdict.Invalid;

    private static string Why(Verdict verdict, IReadOnlyList<GateLine> lines)
    {
        var decisive = lines.Where(l => l.Outcome == Decisive(verdict)).Select(l => l.Slice == Slice.All ? l.Metric : $"{l.Metric} in {l.Slice}").ToList();
        return verdict switch
        {
            Verdict.Promote => $"every one of {decisive.Count} conditions holds",
            Verdict.Inconclusive => $"the rows cannot decide {string.Join(", ", decisive)}",
            Verdict.Reject => $"worse than the policy allows: {string.Join(", ", decisive)}",
            _ when decisive.Count == 0 => "the policy asks nothing that could be shown: add a guardrail, an objective or a ceiling",
            _ => $"nothing may be concluded: {string.Join(", ", decisive)}",
        };
    }

    private static LineOutcome Decisive(Verdict verdict) => verdict switch
    {
        Verdict.Promote => LineOutcome.Pass,
        Verdict.Inconclusive => LineOutcome.Inconclusive,
        Verdict.Reject => LineOutcome.Fail,
        _ => LineOutcome.Invalid,
    };

    private bool? StoodBefore(IReadOnlyList<GateRun> runs)
    {
        var recorded = runs.Select(r => r.Candidate.Run.Hashes.GetValueOrDefault("policy")).ToList();
        return recorded.Contains(null) ? null : recorded.All(h => h == policy.Hash);
    }

    private IEnumerable<string> Notes(IReadOnlyList<GateRun> runs, Look look)
    {
        yield return FormattableString.Invariant($"Look {look.Number} at this dataset: α {look.Alpha:0.#####} of {policy.Alpha}, one-sided.");
        if (StoodBefore(runs) is false)
            yield return "THE POLICY WAS CHANGED AFTER THE RUN: the run recorded another one when it started.";
        if (StoodBefore(runs) is null)
            yield return "Nobody can tell whether the policy stood before the run: name it in the experiment (policy: gate.yaml), and runs record it.";
        foreach (var badge in runs.SelectMany(r => r.Badges).Where(b => b.Badge != Badge.Measured && IsAsked(b.Family)).DistinctBy(b => b.Family))
            yield return $"{badge.Family} is {(badge.Badge is Badge.Scenario ? "a scenario" : "not meaningful here")}: {badge.Why}";
    }

    private bool IsAsked(string family) => policy.Sections.Any(s => s.Metrics.Select(m => m.Metric).Concat(s.Ceilings.Keys).Any(m => m.StartsWith(family, StringComparison.Ordinal)));
}
