using System.Net.Http.Headers;
using System.Text;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Providers.Services;

namespace EvalHarness.Providers.Deployments;

/// <summary>Posts webhooks and asks servers for their models, by HTTP. Redirects are not followed: a token goes where hooks.yaml says, and nowhere else.</summary>
/// <param name="transport">Takes the place of the network, and is disposed with this.</param>
public sealed class HttpHookCalls(EnvironmentText environment, TimeProvider time, HttpMessageHandler? transport = null) : IHookCalls, IDisposable
{
    // A list of models is short.
    private static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient http = new(transport ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<HookOutcome> PostAsync(Webhook webhook, string body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var excerpt = Excerpt(webhook.Headers, key: null);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        AddHeaders(request, webhook.Headers);
        var (status, reply, problem) = await SendAsync(request, timeout, excerpt, cancellationToken);
        if (problem is not null)
            return new HookOutcome(false, $"{webhook.Url}: {problem}");
        return status is >= 200 and < 300
            ? new HookOutcome(true, FormattableString.Invariant($"{webhook.Url} replied {status}"))
            : new HookOutcome(false, FormattableString.Invariant($"{webhook.Url} replied {status}{(excerpt.Start(reply) is { Length: > 0 } said ? $": {said}" : "")}"));
    }

    public async Task<ServedModels> AskAsync(ServedSource source, CancellationToken cancellationToken)
    {
        var key = source.KeyEnv is { } name ? environment.Value(name) : null;
        var excerpt = Excerpt(source.Headers, key);
        using var request = new HttpRequestMessage(HttpMethod.Get, source.Url);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        AddHeaders(request, source.Headers);
        var (status, reply, problem) = await SendAsync(request, AskTimeout, excerpt, cancellationToken);
        return problem is not null ? new ServedModels(null, problem)
            : status is >= 200 and < 300 ? Read(reply, source.Path, excerpt)
            : new ServedModels(null, FormattableString.Invariant($"it replied {status}: {excerpt.Start(reply)}"));
    }

    public IEnumerable<InputProblem> Problems(AliasHooks hooks, string where)
    {
        ProblemList problems = new();
        var webhooks = new[] { hooks.OnPromote, hooks.OnRollback }.Select(h => h?.Webhook).OfType<Webhook>().ToList();
        foreach (var url in webhooks.Select(w => w.Url).Concat(hooks.Serves is { } asked ? [asked.Url] : []).Where(u => !Uri.TryCreate(u, UriKind.Absolute, out _)))
            problems.Add(where, $"'{url}' is not an address", "Write a whole one: https://deploy.example.com/hooks/model.");
        foreach (var value in webhooks.SelectMany(w => w.Headers.Values).Concat(hooks.Serves?.Headers.Values ?? []))
            foreach (var missing in environment.Missing(value))
                problems.Add(NotSet(where, missing));
        if (hooks.Serves?.KeyEnv is { } key && environment.Value(key) is null)
            problems.Add(NotSet(where, key));
        if (hooks.Serves is { } served && ReplyValue.PathError(served.Path) is { } error)
            problems.Add(where, $"serves.path: '{served.Path}' is no JSON path ({error})", "Write one like $.data[*].id.");
        return problems.Problems;
    }

    public void Dispose() => http.Dispose();

    private static ServedModels Read(string reply, string path, Excerpt excerpt)
    {
        try
        {
            return new ServedModels([.. ReplyValue.Parse(reply).Select(path).SelectMany(v => v.Items).Where(v => v.IsText).Select(v => excerpt.Start(v.Text))], null);
        }
        catch (System.Text.Json.JsonException)
        {
            return new ServedModels(null, $"its reply is not JSON. It starts: {excerpt.Start(reply)}");
        }
    }

    private async Task<(int Status, string Reply, string? Problem)> SendAsync(HttpRequestMessage request, TimeSpan timeout, Excerpt excerpt, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            using var bytes = new MemoryStream();
            await using var capped = new CappedStream(await response.Content.ReadAsStreamAsync(either.Token), ReplyBody.MaxBytes);
            await capped.CopyToAsync(bytes, either.Token);
            return ((int)response.StatusCode, Encoding.UTF8.GetString(bytes.ToArray()), null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (0, "", FormattableString.Invariant($"no reply within {timeout.TotalSeconds:0.###} s"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UnreadableReplyException)
        {
            return (0, "", excerpt.Start(exception.Message));
        }
    }

    private void AddHeaders(HttpRequestMessage request, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, environment.Fill(value)))
                request.Content?.Headers.TryAddWithoutValidation(name, environment.Fill(value));
    }

    private Excerpt Excerpt(IReadOnlyDictionary<string, string> headers, string? key) =>
        new([.. headers.Values.SelectMany(environment.Secrets), .. key is null ? Array.Empty<string>() : [key]]);

    private static InputProblem NotSet(string where, string variable) => new(where, $"the environment variable {variable} is not set", $"Set it: export {variable}=…");
}
