using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Models;

/// <summary>Looks at a model's options before anything is called: what every protocol asks for.</summary>
internal static class ModelCheck
{
    private static readonly string[] Formats = ["none", "json_object", "json_schema"];
    private static readonly string[] MaxTokensFields = ["max_completion_tokens", "max_tokens"];

    public static InputProblem? Problem(ModelSource source, string where)
    {
        if (source.Endpoint is not { } endpoint)
            return new InputProblem(where, "the model names no endpoint", "Write endpoint: in place of provider:, with a name under endpoints:; openai and anthropic need no entry there.");
        return AccessProblem(endpoint, where) ?? OptionsProblem(source.Options, where);
    }

    /// <summary>Whether an endpoint can be called at all.</summary>
    public static InputProblem? AccessProblem(NamedEndpoint endpoint, string where)
    {
        var at = $"{where}, endpoint '{endpoint.Name}'";
        if (endpoint.Options.Url is { } url && !IsHttp(url))
            return new InputProblem(at, $"url: '{url}' is not an HTTP address", "Write a whole one: https://models.example.com/v1.");
        if (endpoint.Options is { Url: null, KeyEnv: null } && endpoint.Options.Headers.Count == 0)
            return new InputProblem(at, "there is neither a url nor a key", "Name the variable that holds the key, key_env: OPENAI_API_KEY, or the server's url.");
        return SecretsProblem(endpoint);
    }

    private static InputProblem? SecretsProblem(NamedEndpoint endpoint)
    {
        var secrets = new EndpointSecrets(endpoint);
        try
        {
            _ = (secrets.RequiredKey(), secrets.Headers);
            return null;
        }
        catch (InputException exception)
        {
            return exception.Problems[0];
        }
    }

    private static InputProblem? OptionsProblem(ModelOptions options, string where)
    {
        if (string.IsNullOrWhiteSpace(options.Name))
            return new InputProblem(where, "the model has no name", "Write name: as its provider calls it; on Azure the deployment.");
        if (!MaxTokensFields.Contains(options.MaxTokensField))
            return Unknown(where, "max_tokens_field", options.MaxTokensField, MaxTokensFields);
        return Formats.Contains(options.ResponseFormat) ? null : Unknown(where, "response_format", options.ResponseFormat, Formats);
    }

    private static InputProblem Unknown(string where, string option, string found, string[] known) =>
        new(where, $"there is no {option} '{found}'", $"Known: {string.Join(", ", known)}.");

    private static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
