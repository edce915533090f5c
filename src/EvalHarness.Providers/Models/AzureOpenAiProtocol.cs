using System.ClientModel;
using System.ClientModel.Primitives;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Azure OpenAI: the same protocol under other addresses, with its key in <c>api-key</c>.</summary>
/// <remarks>A resource's URL alone leads to <c>/openai/v1</c>, or with an <c>api_version</c> to <c>/openai/deployments/&lt;name&gt;</c>; a URL that holds <c>/openai</c> is taken as it is.</remarks>
public sealed class AzureOpenAiProtocol : IModelProtocol
{
    public string Name => "azure-openai";

    public InputProblem? Check(ModelSource source, string where) => source.Endpoint!.Options.Url is null
        ? new InputProblem($"{where}, endpoint '{source.Endpoint.Name}'", "there is no url", "Write the resource's: https://<resource>.openai.azure.com.")
        : null;

    public IChatClient Client(ModelSource source, Endpoint endpoint) => OpenAiModel.Client(
        BaseUrl(endpoint.Options.Url!, endpoint.Options.ApiVersion, source.Options.Name!),
        ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(endpoint.Key() ?? OpenAiModel.NoKey), "api-key"),
        source,
        endpoint);

    public static Uri BaseUrl(string url, string? apiVersion, string deployment)
    {
        var address = new UriBuilder(url);
        var path = address.Path.TrimEnd('/');
        if (!path.Contains("/openai", StringComparison.OrdinalIgnoreCase))
            path += apiVersion is null ? "/openai/v1" : $"/openai/deployments/{Uri.EscapeDataString(deployment)}";
        address.Path = path;
        if (apiVersion is not null)
            address.Query = $"api-version={Uri.EscapeDataString(apiVersion)}";
        return address.Uri;
    }
}
