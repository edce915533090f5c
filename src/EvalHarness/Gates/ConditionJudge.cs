using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Gates;

/// <summary>Whether anything may be concluded from a run at all: coverage comes before statistics.</summary>
internal static class ConditionJudge
{
    private const string Success = "success";

    /// <returns>Only what is not fulfilled, and the error budget.</returns>
    public static IEnumerable<GateLine> Judge(GateRun run)
    {
        foreach (var side in new[] { run.Candidate, run.Baseline }.DistinctBy(s => s.Run.Id))
            if (side.Run.FinishedAt is null)
                yield return Line(run, "finished", LineOutcome.Invalid, $"run {side.Run.Id} is unfinished: {side.Run.Command} resumes it");
        if (run.Candidate.Run.Dataset.Hash != run.Baseline.Run.Dataset.Hash || run.Candidate.Run.Dataset.Split != run.Baseline.Run.Dataset.Split)
            yield return Line(run, "dataset", LineOutcome.Invalid, $"the two runs rest on unlike data: {Data(run.Candidate)} and {Data(run.Baseline)}. Run or score the older one again");
        if (run.Unpaired > 0)
            yield return Line(run, "pairing", LineOutcome.Invalid, $"{run.Unpaired} samples are in one of the two runs only: run both with the same rows");
        if (Names(run, "cost-") && run.Candidate.Run.Hashes.GetValueOrDefault("prices") != run.Baseline.Run.Hashes.GetValueOrDefault("prices"))
            yield return Line(run, "prices", LineOutcome.Invalid, "the two runs are priced unlike: score both again with one price file");
        if (Names(run, "latency-") && (run.Candidate.Run.Options.Concurrency, run.Candidate.Run.Options.ArrivalRate) != (run.Baseline.Run.Options.Concurrency, run.Baseline.Run.Options.ArrivalRate))
            yield return Line(run, "load", LineOutcome.Invalid, "the two runs had unlike concurrency or arrival rate: their times are not comparable");
        yield return Errors(run, run.Candidate, "candidate");
        yield return Errors(run, run.Baseline, "baseline");
    }

    private static bool Names(GateRun run, string family) => run.Section.Metrics.Any(m => m.Metric.StartsWith(family, StringComparison.Ordinal));

    private static string Data(GateSide side) => $"{side.Run.Id} on {Path.GetFileName(side.Run.Dataset.File)} ({Inputs.ContentHash.Short(side.Run.Dataset.Hash)}, {side.Run.Dataset.Split})";

    private static GateLine Errors(GateRun run, GateSide side, string name)
    {
        if (side.Column(Success) is not { } column || side.Scores.Samples.Count == 0)
            return Line(run, $"errors of the {name}", LineOutcome.Invalid, $"'{side.Pipeline}' has no answer");
        var rows = Enumerable.Range(0, side.Scores.Samples.Count).SelectMany(s => Enumerable.Range(0, column.Repeats).Select(r => (Outcome: column.OutcomeOf(s, r), Value: column.ValueOf(s, r)))).Where(r => r.Outcome is not null).ToList();
        // What a stop left out is an error too: the plan asked for it.
        var planned = side.Scores.Samples.Count * column.Repeats;
        var failed = planned - rows.Count(r => r.Outcome is Outcome.Scored && r.Value > 0);
        var share = (double)failed / planned;
        var within = share <= run.Section.ErrorBudget;
        return Line(run, $"errors of the {name}", within ? LineOutcome.Pass : LineOutcome.Invalid, FormattableString.Invariant($"{failed} of {planned} answers of '{side.Pipeline}' failed ({share * 100:0.0} %); the budget is {run.Section.ErrorBudget * 100:0.0} %"));
    }

    private static GateLine Line(GateRun run, string condition, LineOutcome outcome, string why) => new()
    {
        Experiment = run.Experiment,
        Metric = condition,
        Slice = Slice.All,
        Role = RoleNames.Condition,
        Outcome = outcome,
        Why = why,
    };
}
