using System.ClientModel;
using System.ClientModel.Primitives;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;

namespace EvalHarness.Providers.Embeddings;

/// <summary>Makes OpenAI's embedding client for an endpoint: its HTTP client, no retries and no time limit of the SDK's own.</summary>
internal static class OpenAiEmbeddings
{
    public static IEmbeddingGenerator<string, Embedding<float>> Generator(EmbedderOptions options, Endpoint endpoint)
    {
        var (url, authentication) = Access(options, endpoint);
        var client = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(endpoint.Http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (url is not null)
            client.Endpoint = url;
        return new EmbeddingClient(options.Name, authentication, client).AsIEmbeddingGenerator(options.Dimensions);
    }

    private static (Uri? Url, AuthenticationPolicy Authentication) Access(EmbedderOptions options, Endpoint endpoint)
    {
        var (at, key) = (endpoint.Options, new ApiKeyCredential(endpoint.Key() ?? OpenAiModel.NoKey));
        return at.Provider == "azure-openai"
            ? (AzureOpenAiProtocol.BaseUrl(at.Url!, at.ApiVersion, options.Name!), ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(key, "api-key"))
            : (at.Url is { } url ? new Uri(url) : null, ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(key));
    }
}
