using Anthropic;
using Anthropic.Core;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Anthropic's Messages API.</summary>
public sealed class AnthropicProtocol : IModelProtocol
{
    // Gateways without keys ignore it.
    private const string NoKey = "none";

    public string Name => "anthropic";

    public InputProblem? Check(ModelSource source, string where) => source.Options switch
    {
        { Seed: not null } => new InputProblem(where, "seed: Anthropic's protocol has none", "Leave it out; run.repeats shows how answers vary."),
        { ResponseFormat: "json_object" } => new InputProblem(where, "response_format: Anthropic's protocol has no json_object", "Write json_schema, or none and ask for JSON in the prompt."),
        _ => null,
    };

    public IChatClient Client(ModelSource source, Endpoint endpoint)
    {
        // All that the SDK would otherwise take from ANTHROPIC_* variables is said here: nothing is called that the experiment does not name.
        var client = new AnthropicClient
        {
            BaseUrl = BaseUrl(endpoint.Options),
            ApiKey = endpoint.Key() ?? NoKey,
            AuthToken = null,
            HttpClient = endpoint.Http,
            MaxRetries = 0,
            // The endpoint's own limit comes first.
            Timeout = TimeSpan.FromSeconds(endpoint.Options.Tries.TrySeconds) + TimeSpan.FromMinutes(1),
            OpenTelemetry = false,
            Handlers = source.Options.Stream ? [new StreamedTypeHandler()] : [],
        };
        return new AnthropicChatClient(client.AsIChatClient(source.Options.Name), source.Options);
    }

    // The SDK adds /v1 itself.
    private static string BaseUrl(EndpointOptions options)
    {
        var url = (options.Url ?? EnvironmentUrl.Production).TrimEnd('/');
        return url.EndsWith("/v1", StringComparison.Ordinal) ? url[..^3] : url;
    }
}
