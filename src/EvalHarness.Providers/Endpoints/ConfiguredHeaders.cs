using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>The headers that the experiment gives an endpoint, environment variables put in.</summary>
internal sealed class ConfiguredHeaders
{
    private readonly List<string> secrets = [];
    private readonly List<(string Name, string Value)> headers = [];

    /// <exception cref="InputException">An environment variable is not set, or a value cannot be sent.</exception>
    public ConfiguredHeaders(NamedEndpoint endpoint)
    {
        foreach (var (name, value) in endpoint.Options.Headers)
            headers.Add((name, Sendable(endpoint, name, Filled(endpoint, name, value))));
    }

    /// <summary>What environment variables put in.</summary>
    public IReadOnlyList<string> Secrets => secrets;

    /// <summary>Adds the headers that are not there already.</summary>
    public void AddTo(HttpRequestMessage request)
    {
        foreach (var (name, value) in headers)
            if (!request.Headers.NonValidated.Contains(name) && !request.Headers.TryAddWithoutValidation(name, value))
                Replace(request.Content, name, value);
    }

    // Headers such as Content-Language belong to the content, which has its own.
    private static void Replace(HttpContent? content, string name, string value)
    {
        if (content is null)
            return;
        content.Headers.Remove(name);
        content.Headers.TryAddWithoutValidation(name, value);
    }

    private string Filled(NamedEndpoint endpoint, string header, string value)
    {
        if (EnvironmentText.Own.Missing(value) is [var variable, ..])
            throw new InputException(new InputProblem($"endpoints.{endpoint.Name}.headers.{header}", $"the environment variable {variable} is not set", $"Set it: export {variable}=…"));
        secrets.AddRange(EnvironmentText.Own.Secrets(value));
        return EnvironmentText.Own.Fill(value);
    }

    private static string Sendable(NamedEndpoint endpoint, string header, string value) => value.AsSpan().ContainsAny('\r', '\n', '\0')
        ? throw new InputException(new InputProblem($"endpoints.{endpoint.Name}.headers.{header}", "the value has a line break in it", "A header is one line."))
        : value;
}
