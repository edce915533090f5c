using EvalHarness.Checkpoints;
using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Training;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded;

/// <summary>Gives access to the offline readers: <c>untuned</c>, or one tuned by a checkpoint.</summary>
/// <remarks>A checkpoint that is missing throws InputException; the experiment file says how it is trained, and the program trains it beforehand.</remarks>
public sealed class EmbeddedModelProvider : IModelProvider
{
    private const string Untuned = "untuned";

    public string Name => "embedded";

    public InputProblem? Check(ModelSource source, string where) => source.Options switch
    {
        { Checkpoint: { } checkpoint } => CheckpointName.TryParse(checkpoint) is null ? new InputProblem(where, $"'{checkpoint}' is not a checkpoint's name", "Write name@version: helpdesk@2026-03.") : null,
        { Name: Untuned } => null,
        _ => new InputProblem(where, $"the embedded provider has no model '{source.Options.Name}'", "Write name: untuned, or name a checkpoint."),
    };

    public string ContentHash(ModelSource source) =>
        source.Options.Checkpoint is { } checkpoint
            ? Inputs.ContentHash.Of(TunedReader.Version, Open(checkpoint, source.Folder).Manifest.Hash())
            : Inputs.ContentHash.Of(UntunedReader.Version);

    public Task<IChatClient> ConnectAsync(ModelSource source, CancellationToken cancellationToken)
    {
        var options = source.Options;
        cancellationToken.ThrowIfCancellationRequested();
        IReader reader = (options.Checkpoint, options.Name) switch
        {
            ({ } checkpoint, _) => new TunedReader(TunedModelFile.Read(Open(checkpoint, source.Folder))),
            (null, Untuned) => new UntunedReader(options.AbstainBelow),
            _ => throw new InputException(new InputProblem("model", $"the embedded provider has no model '{options.Name}'", "Write name: untuned, or name a checkpoint.")),
        };
        return Task.FromResult<IChatClient>(new ReaderChatClient(reader, options.Checkpoint ?? Untuned));
    }

    private static Checkpoint Open(string name, string folder) => new CheckpointFolder(folder).Open(CheckpointName.Parse(name));
}
