using System.ClientModel.Primitives;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace EvalHarness.Providers.Models;

/// <summary>Makes OpenAI's chat client for an endpoint: its HTTP client, no retries and no time limit of the SDK's own.</summary>
internal static class OpenAiModel
{
    /// <summary>Servers without keys (vLLM, llama.cpp, Ollama) ignore it; the SDK refuses to have none.</summary>
    public const string NoKey = "none";

    /// <param name="url">OpenAI's own when absent.</param>
    public static IChatClient Client(Uri? url, AuthenticationPolicy authentication, ModelSource source, Endpoint endpoint)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(endpoint.Http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (url is not null)
            options.Endpoint = url;
        options.AddPolicy(new ReplyBodyPolicy(new EndpointSecrets(source.Endpoint!).Excerpt), PipelinePosition.PerCall);
        return new OpenAiChatClient(new ChatClient(source.Options.Name, authentication, options).AsIChatClient(), source.Options);
    }
}
