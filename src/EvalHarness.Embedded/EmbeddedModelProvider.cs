using EvalHarness.Embedded.Reading;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded;

/// <summary>Gives access to the offline readers.</summary>
public sealed class EmbeddedModelProvider : IModelProvider
{
    public string Name => "embedded";

    public string ContentHash(ModelOptions options, string folder) => UntunedReader.Version;

    public Task<IChatClient> ConnectAsync(ModelOptions options, string folder, CancellationToken cancellationToken) =>
        Task.FromResult<IChatClient>(new ReaderChatClient(new UntunedReader(options.AbstainBelow), "untuned"));
}
