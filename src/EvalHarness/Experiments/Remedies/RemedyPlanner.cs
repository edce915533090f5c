using EvalHarness.Inputs;

namespace EvalHarness.Experiments.Remedies;

/// <summary>Makes trials of the rules that a run's faults call for.</summary>
/// <param name="experiment">Of the run; its pipelines are as they were then.</param>
public sealed class RemedyPlanner(Experiment experiment, RemedyScope scope)
{
    private readonly List<RemedyTrial> trials = [];
    private readonly List<TrainingListing> listings = [];
    private readonly List<UntriedRemedy> untried = [];

    /// <param name="rows">Of the run, one per sample and pipeline.</param>
    public RemedyPlan Plan(IReadOnlyList<DiagnosedRow> rows)
    {
        foreach (var pipeline in experiment.Pipelines.Where(p => scope.Pipelines.Contains(p.Name)))
        {
            RemedySubject subject = new(pipeline, experiment);
            List<DiagnosedRow> own = [.. rows.Where(r => r.Pipeline == pipeline.Name).OrderBy(r => r.Rank)];
            foreach (var rule in RemedyRules.All)
                Plan(subject, rule, own);
        }

        return new RemedyPlan(trials, listings, untried);
    }

    private void Plan(RemedySubject subject, RemedyRule rule, List<DiagnosedRow> rows)
    {
        List<FaultRows> faults = [.. rule.Faults.Where(scope.Faults.Contains).Select(f => Rows(f, rows)).Where(f => f.All > 0)];
        if (faults.Count == 0 || rule.Change(subject) is not { } change)
            return;
        if (change.Obstacle is { } obstacle)
            NotTried(subject, rule, faults, obstacle, change.Mend);
        else if (change.TrainFile is { } file)
            listings.Add(new TrainingListing(subject.Pipeline.Name, file, [.. faults.SelectMany(f => f.Rows).DistinctBy(r => r.Sample)]));
        else
            Try(subject, rule, change, faults, rows);
    }

    // A change that the experiment's own checks refuse is told in their words.
    private void Try(RemedySubject subject, RemedyRule rule, RemedyChange change, List<FaultRows> faults, List<DiagnosedRow> rows)
    {
        var failed = faults.SelectMany(f => f.Rows).Select(r => r.Sample).Distinct().Count();
        List<DiagnosedRow> controls = [.. rows.Where(r => r.Outcome is RowOutcome.Right).Take(scope.Controls ?? failed)];
        try
        {
            if (RemedyTrial.Of(subject, rule, change, faults, controls) is { } trial)
                trials.Add(trial);
            else
                NotTried(subject, rule, faults, "the pipeline is so already", "Nothing is to be changed.");
        }
        catch (InputException exception)
        {
            NotTried(subject, rule, faults, exception.Problems[0].Found, exception.Problems[0].Mend);
        }
    }

    private FaultRows Rows(Fault fault, List<DiagnosedRow> rows)
    {
        List<DiagnosedRow> with = [.. rows.Where(r => r.Faults.Contains(fault))];
        return new FaultRows(fault, [.. with.Take(scope.MostRows ?? with.Count)], with.Count);
    }

    private void NotTried(RemedySubject subject, RemedyRule rule, List<FaultRows> faults, string why, string mend) =>
        untried.Add(new UntriedRemedy(subject.Pipeline.Name, rule.Name, [.. faults.Select(f => f.Fault.Id)], faults.SelectMany(f => f.Rows).Select(r => r.Sample).Distinct().Count(), why, mend));
}
