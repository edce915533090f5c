using EvalHarness.Decisions.Sweeps;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>A sweep as an experiment: every point is a pipeline of one run, beside the pipeline as it is, so all answer the same rows and share indexes and calls.</summary>
/// <param name="Choosing">Its baseline is the pipeline as it is.</param>
public sealed record Sweep(SweepGrid Grid, Experiment Choosing)
{
    /// <summary>The experiment that confirms a choice: the chosen point and the pipeline as it is, on another split.</summary>
    public Experiment Confirming(SweepPoint chosen, string split)
    {
        var experiment = ExperimentReader.Read(Choosing.File, [.. Choosing.Overrides, $"split={split}"]);
        return experiment with { Pipelines = [.. experiment.Pipelines.Where(p => p.Name == Grid.Pipeline || p.Name == chosen.Name)], Baseline = Grid.Pipeline };
    }
}
