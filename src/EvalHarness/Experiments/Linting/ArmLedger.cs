using EvalHarness.Checkpoints;
using EvalHarness.Pipelines;
using EvalHarness.TrainingData;

namespace EvalHarness.Experiments.Linting;

/// <summary>Writes down what each arm of an experiment was given: labels, looks at dev, hours, money.</summary>
/// <remarks>What is declared under <c>tuning:</c> wins; else checkpoints' manifests, training files, few-shot examples and fixed costs say what they can. What nobody says is unknown, never 0.</remarks>
public sealed class ArmLedger(Experiment experiment)
{
    private readonly CheckpointFolder checkpoints = new(experiment.Folder);

    /// <summary>In the order of the experiment.</summary>
    /// <exception cref="Inputs.InputException">A checkpoint's manifest cannot be read.</exception>
    public IReadOnlyList<ArmGiven> Entries() => [.. experiment.Pipelines.Select(Entry)];

    private ArmGiven Entry(PipelineSpec pipeline)
    {
        var declared = experiment.Tuning.GetValueOrDefault(pipeline.Name, new TuningBudget());
        var checkpoint = (string?)pipeline.Settings["model"]?["checkpoint"];
        var manifest = checkpoint is null ? null : Manifest(checkpoint);
        var (labels, from) = declared.Labels is { } said ? (said, "declared") : Counted(pipeline, checkpoint, manifest);
        return new ArmGiven(pipeline.Name, checkpoint, labels, from, declared.DevLooks, declared.Hours, manifest?.TrainingSeconds, Usd(pipeline.Name), declared.Note);
    }

    private CheckpointManifest? Manifest(string name) =>
        CheckpointName.TryParse(name) is { } parsed && checkpoints.Contains(parsed) ? checkpoints.Open(parsed).Manifest : null;

    private (int? Labels, string? From) Counted(PipelineSpec pipeline, string? checkpoint, CheckpointManifest? manifest)
    {
        if (manifest is not null)
            return (manifest.Examples, "checkpoint");
        if (checkpoint is not null && experiment.Checkpoints.TryGetValue(checkpoint, out var recipe))
            return (Rows(experiment.Resolve(recipe.Train)), "training file");
        if ((string?)pipeline.Settings["examples"] is { } examples && File.Exists(pipeline.Resolve(examples)))
            return (Rows(pipeline.Resolve(examples)), "few-shot examples");
        var rows = experiment.FixedCosts.Where(c => c.For.Contains(pipeline.Name)).Sum(c => c.Rows);
        return rows > 0 ? (rows, "fixed_costs") : (null, null);
    }

    private decimal? Usd(string pipeline)
    {
        var once = experiment.FixedCosts.Where(c => c.For.Contains(pipeline)).Select(FixedCostSum.Of).Where(s => s.Per == "once").ToList();
        return once.Count == 0 || once.Any(s => s.Usd is null) ? null : once.Sum(s => s.Usd);
    }

    private static int Rows(string file) => File.ReadLines(file).Count(line => !string.IsNullOrWhiteSpace(line));
}
