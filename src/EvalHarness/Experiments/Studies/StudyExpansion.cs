using EvalHarness.Decisions;
using EvalHarness.Decisions.Studies;
using EvalHarness.Experiments.Sweeps;
using EvalHarness.Inputs;

namespace EvalHarness.Experiments.Studies;

/// <summary>Makes a pipeline of every point of every study, each read and checked as if the file had it.</summary>
/// <param name="experiment">As it is without studies.</param>
public sealed class StudyExpansion(Experiment experiment, DecisionSettings settings)
{
    /// <exception cref="InputException">A study names no pipeline of the experiment, or points cannot be: each is named.</exception>
    public StudySet Expand()
    {
        var onSplit = ExperimentReader.Read(experiment.File, [.. experiment.Overrides, $"split={settings.StudySplit}"]);
        var (expanded, studies) = (onSplit, new List<StudyGrid>());
        foreach (var (plan, pipeline) in settings.Studies.SelectMany(plan => plan.Pipelines.Select(pipeline => (plan, pipeline))))
        {
            var sweep = Sweep(expanded, plan, pipeline);
            studies.Add(new StudyGrid(plan.Kind, sweep.Grid) { Named = plan.Points.Keys.ToDictionary(name => Prefix(plan, pipeline) + name, name => name, StringComparer.Ordinal) });
            // Only the last setting counts: it holds the points of all studies before it.
            expanded = ExperimentReader.Read(experiment.File, [.. onSplit.Overrides, sweep.Choosing.Overrides[^1]]);
        }

        return new StudySet(studies, Asked(expanded, studies));
    }

    private Sweep Sweep(Experiment expanded, StudyPlan plan, string pipeline)
    {
        SweepPlan points = new()
        {
            Pipeline = pipeline,
            Variations = [.. plan.Vary.Select(v => new Variation(v.Key, v.Value))],
            Points = [.. plan.Points.Select(p => new NamedPoint(p.Key, p.Value))],
            Prefix = Prefix(plan, pipeline),
        };
        try
        {
            return new SweepExpansion(expanded, points).Expand();
        }
        catch (InputException exception)
        {
            throw new InputException([.. exception.Problems.Select(p => p with { Where = $"{settings.File}: studies.{plan.Kind.Id}: {p.Where}" })]);
        }
    }

    private static string Prefix(StudyPlan plan, string pipeline) => $"{plan.Kind.Id}.{pipeline}.";

    private Experiment Asked(Experiment expanded, List<StudyGrid> studies)
    {
        var arms = Arms.Of(experiment.Pipelines, settings.Arms).Pipelines.Values;
        var asked = studies.SelectMany(s => s.Grid.Points.Select(p => p.Name)).Concat(arms).Append(experiment.Baseline).ToHashSet(StringComparer.Ordinal);
        return expanded with { Pipelines = [.. expanded.Pipelines.Where(p => asked.Contains(p.Name))], Baseline = experiment.Baseline };
    }
}
