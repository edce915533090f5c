using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Gives access to the models behind endpoints of one protocol.</summary>
/// <remarks>The chain, outermost first: what <paramref name="outermost"/> adds (the response cache), the endpoint (permits, tries, breaker), OpenTelemetry, the SDK.</remarks>
/// <param name="outermost">Wraps the finished chain; told which model it is for.</param>
/// <param name="exportsContent">Whether telemetry holds prompts and answers.</param>
public sealed class EndpointModelProvider(
    IModelProtocol protocol,
    EndpointRegistry endpoints,
    Func<IChatClient, ModelSource, IChatClient> outermost,
    bool exportsContent = false) : IModelProvider
{
    public string Name => protocol.Name;

    /// <summary>A provider for each protocol there is.</summary>
    public static IReadOnlyList<IModelProvider> All(EndpointRegistry endpoints, Func<IChatClient, ModelSource, IChatClient> outermost, bool exportsContent = false) =>
        [.. ModelProtocols.All.Select(p => new EndpointModelProvider(p, endpoints, outermost, exportsContent))];

    public InputProblem? Check(ModelSource source, string where) => ModelCheck.Problem(source, where) ?? protocol.Check(source, where);

    public string ContentHash(ModelSource source) => source.Endpoint!.ContentHash;

    /// <exception cref="InputException">The options are wrong, or a variable is not set.</exception>
    public Task<IChatClient> ConnectAsync(ModelSource source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Check(source, "model") is { } problem)
            throw new InputException(problem);
        var endpoint = endpoints.Get(source.Endpoint!);
        var sdk = protocol.Client(source, endpoint).AsBuilder()
            .UseOpenTelemetry(configure: telemetry => telemetry.EnableSensitiveData = exportsContent)
            .Build();
        return Task.FromResult(outermost(new EndpointChatClient(sdk, endpoint, source.Options), source));
    }
}
