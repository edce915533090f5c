using System.Net.Http.Headers;
using System.Text;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Providers.Services;

/// <summary>Makes the HTTP request that asks a service one question.</summary>
internal sealed class ServiceRequest(HttpSettings settings, ServiceAddress address, EnvironmentText environment)
{
    private readonly BodyTemplate? body = settings.Body is { } template ? new BodyTemplate(template) : null;

    /// <summary>What the request carries and no message may show.</summary>
    public IEnumerable<string> Secrets =>
        Headers.SelectMany(h => environment.Secrets(h.Value)).Concat(Key is { } key ? [key] : []);

    private IEnumerable<KeyValuePair<string, string>> Headers => address.Endpoint.Options.Headers.Concat(settings.Headers);

    private string? Key => address.Endpoint.Options.KeyEnv is { } name ? environment.Value(name) : null;

    public HttpRequestMessage Create(PipelineRequest request, int repeat)
    {
        var values = new Placeholders(request, repeat);
        var message = new HttpRequestMessage(new HttpMethod(settings.Method), values.Fill(address.Url, Uri.EscapeDataString));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(settings.Stream is null ? "application/json" : "text/event-stream"));
        if (body is not null)
            message.Content = new StringContent(body.Fill(values)?.ToJsonString() ?? "null", Encoding.UTF8, "application/json");
        if (Key is { } key)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in Headers)
            Set(message, name, environment.Fill(value));
        return message;
    }

    // What the experiment says replaces what stands there already, the endpoint's headers too.
    private static void Set(HttpRequestMessage message, string name, string value)
    {
        HttpHeaders? headers = IsOfContent(name) ? message.Content?.Headers : message.Headers;
        headers?.Remove(name);
        headers?.TryAddWithoutValidation(name, value);
    }

    private static bool IsOfContent(string name) => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);
}
