using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Experiments.Remedies;

/// <summary>A pipeline that failed on rows, as the rules look at it.</summary>
public sealed class RemedySubject
{
    public RemedySubject(PipelineSpec pipeline, Experiment experiment)
    {
        (Pipeline, Experiment) = (pipeline, experiment);
        Chat = pipeline.Kind == ChatPipelineFactory.ChatKind ? pipeline.Settings.Deserialize<ChatSettings>(InputJson.Options) : null;
        Checkpoint = Chat?.Model.Checkpoint is { } name ? CheckpointName.TryParse(name) : null;
    }

    public PipelineSpec Pipeline { get; }

    public Experiment Experiment { get; }

    /// <summary>Absent where what answers is not put together here.</summary>
    public ChatSettings? Chat { get; }

    /// <summary>Absent where nothing is searched.</summary>
    public RetrievalOptions? Retrieval => Chat?.Retrieval;

    /// <summary>Absent where the model is not tuned.</summary>
    public CheckpointName? Checkpoint { get; }

    /// <summary>How the checkpoint is made; absent where the experiment does not say.</summary>
    public CheckpointRecipe? Recipe => Checkpoint is { } name ? Experiment.Checkpoints.GetValueOrDefault($"{name}") : null;

    /// <summary>The checkpoint of the same name that was trained against the corpus that answers are checked against; absent where there is none.</summary>
    public string? NewerCheckpoint => Experiment.Checkpoints
        .Where(c => c.Value.Corpus == Experiment.Corpus && CheckpointName.Parse(c.Key).Name == Checkpoint?.Name && c.Key != $"{Checkpoint}")
        .Select(c => c.Key)
        .LastOrDefault();
}
