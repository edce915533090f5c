using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Schemas;

namespace EvalHarness.Experiments;

/// <summary>Puts checkpoints in the place of aliases before a pipeline is known to anybody: identity, caches and run.json have what was asked, not what it was called that day.</summary>
/// <remarks>A model behind an endpoint that names a checkpoint is asked under the model id that was registered for it.</remarks>
internal sealed class CheckpointAliases(Experiment experiment, SourceMap source)
{
    private readonly Lazy<CheckpointRegistry> registry = new(() => CheckpointRegistry.Read(experiment.Registry));
    private readonly ProblemList problems = new();
    private readonly List<string> notes = [];

    /// <exception cref="InputException">There is no such alias or checkpoint, its artefact is not the registered one, or the registry was tampered with.</exception>
    public Experiment Resolve()
    {
        List<PipelineSpec> pipelines = [.. experiment.Pipelines.Select(Resolved)];
        problems.ThrowIfAny();
        return experiment with { Pipelines = pipelines, CheckpointNotes = notes };
    }

    private PipelineSpec Resolved(PipelineSpec pipeline)
    {
        if (pipeline.Kind != ChatPipelineFactory.ChatKind || pipeline.Settings["model"] is not JsonObject model || (string?)model["checkpoint"] is not { } named)
            return pipeline;
        // What is in the program is found by its name alone.
        if (CheckpointName.TryParse(named) is not null && model["endpoint"] is null)
            return pipeline;
        try
        {
            return Resolved(pipeline, named, registry.Value.Find(named, Where(pipeline)));
        }
        catch (InputException exception)
        {
            problems.AddRange(exception.Problems);
            return pipeline;
        }
    }

    private PipelineSpec Resolved(PipelineSpec pipeline, string named, CheckpointRecord checkpoint)
    {
        var settings = pipeline.Settings.DeepClone().AsObject();
        var model = settings["model"]!.AsObject();
        model["checkpoint"] = checkpoint.FullName;
        if (model["endpoint"] is not null)
            NameModel(pipeline, model, checkpoint);
        else
            CheckArtefact(pipeline, checkpoint);
        if (named != checkpoint.FullName)
            Note(pipeline, named, checkpoint);
        return pipeline with { Settings = settings };
    }

    private void NameModel(PipelineSpec pipeline, JsonObject model, CheckpointRecord checkpoint)
    {
        if (checkpoint.ModelId is not { } id)
            problems.Add(Where(pipeline), $"{checkpoint.FullName} was registered without a model id, and an endpoint knows models by id", "Register it with --model-id, or leave endpoint: out for an embedded one.");
        else if ((string?)model["name"] is { } name && name != id)
            problems.Add(Where(pipeline), $"name: '{name}' is not the model of {checkpoint.FullName}, which is '{id}'", "Leave name: out.");
        else
            model["name"] = id;
    }

    // Of an embedded one, which is found by its name: the files under that name must be the ones that were promoted.
    private void CheckArtefact(PipelineSpec pipeline, CheckpointRecord checkpoint)
    {
        var expected = new CheckpointFolder(experiment.Folder).PathOf(CheckpointName.Parse(checkpoint.FullName));
        if (checkpoint.Artefact is not { } artefact || artefact.FullPath(registry.Value.Folder) != expected)
            problems.Add(Where(pipeline), $"the files of {checkpoint.FullName} are not where the embedded provider looks for them: {expected}", "Put them there and register that folder, or write endpoint: for a model that is served.");
        else if (Directory.Exists(expected) && artefact.Problem(registry.Value.Folder) is { } problem)
            problems.Add(Where(pipeline), $"{problem.Where}: {problem.Found}", problem.Mend);
    }

    private void Note(PipelineSpec pipeline, string named, CheckpointRecord checkpoint)
    {
        var alias = registry.Value.Aliases[named];
        var how = (alias.IsOverride, alias.NotConfirmed) switch
        {
            (true, _) => $"by an OVERRIDE of the gate: {alias.Standing[^1].Move!.Reason}",
            (_, { } why) => $"not confirmed: {why}",
            _ => "by its last move",
        };
        notes.Add(FormattableString.Invariant($"Pipeline '{pipeline.Name}': checkpoint {named} is {checkpoint.FullName} (entry {alias.Moved.Sequence} of the registry, {how})."));
    }

    private string Where(PipelineSpec pipeline) => source.Where(JsonPointer.Append("/pipelines", pipeline.Name) + "/model/checkpoint");
}
