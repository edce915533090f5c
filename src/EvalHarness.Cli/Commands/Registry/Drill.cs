using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Asks the checkpoint that a rollback would go to one question, in a pipeline of the experiment.</summary>
internal sealed class Drill(Composition composition, CheckpointRegistry registry, TimeProvider time)
{
    /// <exception cref="InputException">The experiment has no pipeline that such a checkpoint can be put in.</exception>
    public async Task<DrillRecord> RunAsync(string alias, string? pipeline, CancellationToken cancellationToken)
    {
        var state = registry.Aliases[alias];
        var target = registry.Find(state.LastGood!.Move!.To, alias);
        var spec = With(target, Chosen(pipeline, registry.Find(state.Checkpoint, alias), target));
        var sample = await composition.Inputs.SamplesAsync(new SampleChoice(Limit: 1), cancellationToken).FirstAsync(cancellationToken);
        DrillRecord record = new(alias, target.FullName, false, spec.Name, sample.Id, "");
        try
        {
            return await AskAsync(record, spec, sample, cancellationToken);
        }
        // Whatever goes wrong with an answer is what a drill is for.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return record with { Why = $"{target.FullName} does not answer: {new Excerpt([]).Start(exception.Message)}" };
        }
    }

    private async Task<DrillRecord> AskAsync(DrillRecord record, PipelineSpec spec, Sample sample, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(composition.Experiment.Run.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var built = await composition.BuildAsync(spec, either.Token);
        StageClock clock = new(time);
        var answer = await built.AnswerAsync(PipelineRequest.For(sample, composition.Inputs.AnswerSchema), clock, either.Token);
        return string.IsNullOrWhiteSpace(answer.Text)
            ? record with { Why = $"the reply to sample {sample.Id} is empty" }
            : record with { Answered = true, Why = string.Create(CultureInfo.InvariantCulture, $"its artefact is the registered one, and pipeline '{spec.Name}' answered sample {sample.Id} in {clock.Elapsed.TotalMilliseconds:0} ms: {new Excerpt([]).Start(answer.Text)}") };
    }

    private PipelineSpec Chosen(string? named, CheckpointRecord current, CheckpointRecord target)
    {
        var pipelines = composition.Experiment.Pipelines;
        if (named is not null)
            return pipelines.Single(p => p.Name == PipelineNames.Known(named, "--pipeline", pipelines));
        return pipelines.FirstOrDefault(p => Names(p, current)) ?? pipelines.FirstOrDefault(p => Names(p, target))
            ?? throw new InputException(new InputProblem("--drill", $"no pipeline of {composition.Experiment.Name} has {current.FullName} or {target.FullName}", "Name one in which it can be put: --pipeline."));
    }

    private static bool Names(PipelineSpec pipeline, CheckpointRecord checkpoint) => pipeline.Settings["model"] is JsonObject model
        && ((string?)model["checkpoint"] == checkpoint.FullName || (checkpoint.ModelId is { } id && (string?)model["name"] == id));

    private static PipelineSpec With(CheckpointRecord checkpoint, PipelineSpec pipeline)
    {
        var settings = pipeline.Settings.DeepClone().AsObject();
        if (settings["model"] is not JsonObject model)
            throw new InputException(new InputProblem("--drill", $"pipeline '{pipeline.Name}' is not asked for a model by name", "Name a chat pipeline: --pipeline."));
        model["checkpoint"] = checkpoint.FullName;
        if (model["endpoint"] is not null)
            model["name"] = checkpoint.ModelId ?? checkpoint.FullName;
        else
            model.Remove("name");
        return pipeline with { Settings = settings };
    }
}
