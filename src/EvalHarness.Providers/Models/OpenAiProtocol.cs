using System.ClientModel;
using System.ClientModel.Primitives;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>OpenAI, and whatever speaks its protocol: vLLM, llama.cpp, Ollama, gateways.</summary>
public sealed class OpenAiProtocol : IModelProtocol
{
    public string Name => "openai";

    public InputProblem? Check(ModelSource source, string where) => null;

    public IChatClient Client(ModelSource source, Endpoint endpoint) => OpenAiModel.Client(
        endpoint.Options.Url is { } url ? new Uri(url) : null,
        ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(endpoint.Key() ?? OpenAiModel.NoKey)),
        source,
        endpoint);
}
