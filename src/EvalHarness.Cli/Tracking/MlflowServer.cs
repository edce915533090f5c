using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Tracking;

/// <summary>A tracking server, by MLflow's REST API 2.0.</summary>
/// <remarks>It is not followed elsewhere: a token goes to the server that was named, and to no other.</remarks>
internal sealed class MlflowServer : IDisposable
{
    private const string Missing = "RESOURCE_DOES_NOT_EXIST";

    private readonly HttpClient http;
    private readonly Excerpt excerpt;
    private readonly TimeSpan patience;

    /// <param name="patience">For one request; an artefact is one.</param>
    public MlflowServer(MlflowAccess access, TimeSpan patience)
    {
        (Uri, this.patience, excerpt) = (access.Uri, patience, new Excerpt(access.Secrets));
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = access.Uri, Timeout = patience };
        http.DefaultRequestHeaders.Authorization = access.Authorization;
    }

    public Uri Uri { get; }

    /// <param name="path">Below <c>api/2.0/mlflow/</c>.</param>
    /// <returns>Absent where the server says that there is no such thing.</returns>
    public Task<JsonObject?> FindAsync(string path, IEnumerable<MlflowPair> query, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"{path}?{string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"))}", body: null, cancellationToken);

    public async Task<JsonObject> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Post, path, Json(body), cancellationToken) ?? throw Problem(path, "it knows nothing of that name", "Look whether somebody deleted it in MLflow, and export again.");

    public Task DeleteAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Delete, path, Json(body), cancellationToken);

    /// <param name="path">Below the server's address.</param>
    public async Task PutAsync(string path, string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StreamContent(stream) };
        await SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    // Its length is known: some of MLflow's servers read no chunks.
    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, MediaTypeNames.Application.Json);

    private async Task<JsonObject?> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"api/2.0/mlflow/{path}") { Content = body };
        return await SendAsync(request, cancellationToken);
    }

    private async Task<JsonObject?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.OriginalString.Split('?')[0];
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? Read(path, text) : Refused(path, response.StatusCode, text);
        }
        catch (HttpRequestException exception)
        {
            throw Problem(path, $"it cannot be reached ({excerpt.Start(exception.Message).TrimEnd('.')})", "Start it, or mend the address. What was exported already stays; the same command goes on.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problem(path, FormattableString.Invariant($"it did not answer within {patience.TotalSeconds:0} s"), "Try again: what was exported already stays. --no-artifacts leaves the files out.");
        }
    }

    private JsonObject Read(string path, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw NoMlflow(path, text);
        }
        catch (JsonException)
        {
            throw NoMlflow(path, text);
        }
    }

    private JsonObject? Refused(string path, HttpStatusCode status, string text)
    {
        var (code, message) = Error(text);
        if (code == Missing)
            return null;
        var said = $"it answers {(int)status}: {(message is null ? excerpt.Start(text) : excerpt.Start($"{code} {message}"))}".TrimEnd('.', ' ', ':');
        throw Problem(path, said, status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"Set {MlflowAccess.TokenVariable}, or {MlflowAccess.UserVariable} and {MlflowAccess.PasswordVariable}, to those of one who may write there.",
            HttpStatusCode.NotFound or (>= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest) => "Look whether this is the address of MLflow itself, without a page's path.",
            _ => "Look into the server's log; the same command goes on from here.",
        });
    }

    private static (string? Code, string? Message) Error(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject error ? ((string?)error["error_code"], (string?)error["message"]) : (null, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page, perhaps.
            return (null, null);
        }
    }

    private InputException NoMlflow(string path, string text) => Problem(path, $"it does not answer as MLflow does: {excerpt.Start(text)}", "Look whether this is the address of MLflow itself, without a page's path.");

    private InputException Problem(string path, string found, string mend) => new(new InputProblem($"{Uri}{path}", found, mend));
}
