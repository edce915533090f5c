using EvalHarness.Checkpoints;
using EvalHarness.Datasets;
using EvalHarness.Embedded.Training;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli;

/// <summary>Makes the checkpoints that an experiment defines, where they are missing or were made from other things.</summary>
internal sealed class CheckpointTraining(Experiment experiment, TimeProvider time)
{
    private readonly CheckpointFolder checkpoints = new(experiment.Folder);

    /// <summary>Trains what the experiment's pipelines need and do not find; says so, and returns what was said for the report.</summary>
    public async Task<IReadOnlyList<string>> TrainMissingAsync(Action<string> say, CancellationToken cancellationToken)
    {
        List<string> notes = [];
        foreach (var (name, recipe) in experiment.Checkpoints.Where(c => IsUsed(c.Key)))
        {
            if (IsCurrent(name, recipe))
                continue;
            say($"checkpoint {name} is not there as the experiment defines it: training it");
            notes.Add(await TrainAsync(name, cancellationToken));
            say(notes[^1]);
        }

        return notes;
    }

    public async Task<string> TrainAsync(string name, CancellationToken cancellationToken)
    {
        var recipe = experiment.Checkpoints[name];
        var parsed = CheckpointName.Parse(name);
        var checkpoint = await new EmbeddedTrainer(CorpusReader.Read, time).TrainAsync(
            new TrainRequest
            {
                Name = parsed.Name,
                Version = parsed.Version,
                TrainFile = experiment.Resolve(recipe.Train),
                CorpusFolder = experiment.Resolve(recipe.Corpus),
                Seed = recipe.Seed,
                Share = recipe.Share,
                LabelNoise = recipe.LabelNoise,
                Folder = experiment.Folder,
            },
            cancellationToken);
        return FormattableString.Invariant(
            $"Checkpoint {name} was trained on {checkpoint.Manifest.Examples} examples of {recipe.Train} in {checkpoint.Manifest.TrainingSeconds:0.0} s.");
    }

    /// <summary>Those that the experiment defines and its pipelines name; all of them where they name none.</summary>
    public List<string> Used() => experiment.Checkpoints.Keys.Where(IsUsed).ToList() is { Count: > 0 } used ? used : [.. experiment.Checkpoints.Keys];

    /// <summary>Whether a pipeline needs a checkpoint that is still to be trained.</summary>
    public bool IsMissing(PipelineSpec pipeline) =>
        CheckpointOf(pipeline) is { } name && experiment.Checkpoints.TryGetValue(name, out var recipe) && !IsCurrent(name, recipe);

    private static string? CheckpointOf(PipelineSpec pipeline) => (string?)pipeline.Settings["model"]?["checkpoint"];

    private bool IsUsed(string name) => experiment.Pipelines.Any(p => CheckpointOf(p) == name);

    private bool IsCurrent(string name, CheckpointRecipe recipe)
    {
        var parsed = CheckpointName.Parse(name);
        if (!checkpoints.Contains(parsed))
            return false;
        var manifest = checkpoints.Open(parsed).Manifest;
        return manifest.Seed == recipe.Seed
            && manifest.Trainer == EmbeddedTrainer.Version
            && manifest.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).SequenceEqual(EmbeddedTrainer.Parameters(recipe.Share, recipe.LabelNoise))
            && manifest.TrainHash == ContentHash.OfFile(experiment.Resolve(recipe.Train))
            && manifest.CorpusHash == ContentHash.OfFolder(experiment.Resolve(recipe.Corpus), "*.md");
    }
}
