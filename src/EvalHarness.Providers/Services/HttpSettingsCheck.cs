using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Schemas;

namespace EvalHarness.Providers.Services;

/// <summary>Checks what the experiment's schema cannot: paths, placeholders, the endpoint, environment variables.</summary>
internal sealed class HttpSettingsCheck(HttpSettings settings, PipelineSpec spec, EnvironmentText environment)
{
    private readonly ProblemList problems = new();
    private readonly string where = $"pipeline '{spec.Name}'";

    /// <exception cref="InputException">Everything that is wrong, with its key.</exception>
    public void ThrowIfWrong()
    {
        CheckAddress();
        CheckBody();
        CheckPaths();
        CheckStages();
        foreach (var (name, value) in settings.Headers)
            CheckVariables($"headers.{name}", value);
        problems.ThrowIfAny();
    }

    private void CheckAddress()
    {
        if (settings.Endpoint is { } name && !spec.Endpoints.ContainsKey(name))
            Add("endpoint", $"there is no endpoint '{name}'", $"{NearestName.Question(name, spec.Endpoints.Keys)}Write it under endpoints: with provider: http, or leave endpoint out and give an absolute url.");
        else if (settings.Endpoint is { } known && spec.Endpoints[known].Provider != HttpPipelineFactory.HttpKind)
            Add("endpoint", $"endpoint '{known}' speaks {spec.Endpoints[known].Provider}", "A service needs an endpoint with provider: http; for a chat model write kind: chat.");
        else if (ServiceAddress.Find(settings, spec) is null)
            Add("url", $"'{settings.Url}' cannot be called", settings.Endpoint is null
                ? "Write an absolute http or https URL, or name an endpoint."
                : $"Write a path below the URL of endpoint '{settings.Endpoint}', or an absolute URL of the same server: its key is sent nowhere else.");
        else
            CheckEndpoint();
    }

    private void CheckEndpoint()
    {
        var options = ServiceAddress.Find(settings, spec)!.Endpoint.Options;
        if (options.KeyEnv is { } key && environment.Value(key) is null)
            Add("endpoint", $"the environment variable {key} is not set", $"Set it to the key of endpoint '{settings.Endpoint}'.");
        foreach (var (name, value) in options.Headers)
            CheckVariables($"endpoint '{settings.Endpoint}' headers.{name}", value);
    }

    private void CheckVariables(string key, string value)
    {
        foreach (var name in environment.Missing(value))
            Add(key, $"the environment variable {name} is not set", "Set it, or take ${" + name + "} out.");
        if (environment.Fill(value).Any(char.IsControl))
            Add(key, "the value has a line break or another control character in it", "Set the variable to the value alone.");
    }

    private void CheckBody()
    {
        if (settings.Body is null && settings.Method != "GET")
            Add("body", $"a {settings.Method} without a body", "Write what the service is sent: body: { question: \"{question}\" }.");
        if (settings.Body is not null && settings.Method == "GET")
            Add("body", "a GET with a body", "Put the question into the url: ?q={question}, or use method: POST.");
        var texts = settings.Body is { } body ? new BodyTemplate(body).Texts.Append(settings.Url) : [settings.Url];
        foreach (var name in texts.SelectMany(Placeholders.Unknown).Distinct(StringComparer.Ordinal))
            Add("body", $"there is no placeholder {{{name}}}", $"Known: {Placeholders.Known}. To send it as it stands write {{{{{name}}}}}.");
    }

    private void CheckPaths()
    {
        if (settings.Reply.Answer is null && settings.Stream is null)
            Add("reply.answer", "it is missing", "Write the JSON path of the answer: $.answer.");
        foreach (var (key, path) in settings.Reply.All().Append(("stream.delta", settings.Stream?.Delta)))
            if (path is not null && ReplyValue.PathError(path) is { } error)
                Add(key, $"'{path}' is no JSON path ({error})", "Write one such as $.result.answer or $.hits[*].");
    }

    private void CheckStages()
    {
        foreach (var name in settings.Reply.Stages.Keys.Intersect(Stage.Reserved, StringComparer.Ordinal))
            Add($"reply.stages.{name}", $"latency-{name}-ms is measured by the harness itself", "Give the stage another name.");
    }

    private void Add(string key, string found, string mend) => problems.Add(where, $"{key}: {found}", mend);
}
