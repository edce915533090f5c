using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Embeddings;

/// <summary>Embedding models behind endpoints that speak the OpenAI protocol.</summary>
/// <remarks>The chain, outermost first: batches, what <paramref name="outermost"/> adds (the response cache), the endpoint (permits, tries, breaker), OpenTelemetry, the SDK.</remarks>
public sealed class EndpointEmbedderProvider(
    EndpointRegistry endpoints,
    Func<IEmbeddingGenerator<string, Embedding<float>>, EmbedderSource, IEmbeddingGenerator<string, Embedding<float>>> outermost) : IEmbedderProvider
{
    private static readonly string[] Protocols = ["openai", "azure-openai"];

    public string Name => IEmbedderProvider.EndpointName;

    public InputProblem? Check(EmbedderSource source, string where)
    {
        var endpoint = source.Endpoint!;
        if (!Protocols.Contains(endpoint.Options.Provider))
            return new InputProblem($"{where}, endpoint '{endpoint.Name}'", $"a provider '{endpoint.Options.Provider}' has no embeddings", $"Embed at an endpoint with provider: {string.Join(" or ", Protocols)}.");
        if (string.IsNullOrWhiteSpace(source.Options.Name))
            return new InputProblem(where, "the embedder has no name", "Write name: as the embedding model's provider calls it; on Azure the deployment.");
        return endpoint.Options is { Provider: "azure-openai", Url: null }
            ? new InputProblem($"{where}, endpoint '{endpoint.Name}'", "there is no url", "Write the resource's: https://<resource>.openai.azure.com.")
            : ModelCheck.AccessProblem(endpoint, where);
    }

    public string ContentHash(EmbedderSource source) => source.Endpoint!.ContentHash;

    public byte[] Learn(EmbedderSource source, IReadOnlyList<string> texts) => [];

    public IEmbeddingGenerator<string, Embedding<float>> Connect(EmbedderSource source, byte[] learnt)
    {
        var endpoint = endpoints.Get(source.Endpoint!);
        var sdk = OpenAiEmbeddings.Generator(source.Options, endpoint).AsBuilder().UseOpenTelemetry().Build();
        return new EmbeddingBatches(outermost(new EndpointEmbeddingGenerator(sdk, endpoint, source.Options), source), source.Options.Batch ?? IEmbedderProvider.TextsPerCall);
    }
}
