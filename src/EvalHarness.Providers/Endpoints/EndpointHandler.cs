using System.Globalization;
using System.Net;
using System.Text;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Stands between every provider's SDK and the network: adds the endpoint's headers, notes its limits and its clock, and makes one kind of exception of every failure status.</summary>
internal sealed class EndpointHandler(HttpMessageHandler transport, EndpointSecrets secrets, bool isHttp2, TimeProvider time) : DelegatingHandler(transport)
{
    private SeenHeaders? lastSeen;

    public SeenHeaders? LastSeen => Volatile.Read(ref lastSeen);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        secrets.Headers.AddTo(request);
        // SDKs ask for 1.1; what the other side cannot do is negotiated down, but for plain http that is said to speak 2.
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = isHttp2 ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower;

        var response = await base.SendAsync(request, cancellationToken);
        var now = time.GetUtcNow();
        Volatile.Write(ref lastSeen, SeenHeaders.Read(response.Headers, now));
        var page = response.IsSuccessStatusCode ? await PageAsync(response, cancellationToken) : null;
        if (response.IsSuccessStatusCode && page is null)
            return response;
        using (response)
            throw page is null
                ? await FailureAsync(request, response, now, cancellationToken)
                : new EndpointException($"{StatusTitle.Of("unreadable")}: {page}", "unreadable", page) { Address = Address(request) };
    }

    // A proxy's page comes with 200, and no SDK says so. JSON that only says that it is HTML is left to whoever reads it.
    private async Task<string?> PageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "text/html")
            return null;
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return text.TrimStart('\uFEFF').TrimStart().StartsWith('<') ? secrets.Excerpt.Start($"a page (text/html) in place of a reply: {text}") : null;
    }

    private async Task<EndpointException> FailureAsync(HttpRequestMessage request, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await ErrorBody.ReadAsync(response.Content, cancellationToken);
        var reason = secrets.Excerpt.Start(Said(response, body)) is { Length: > 0 } said ? said : "the reply has no body";
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return new EndpointException($"{StatusTitle.Of(status)}: {reason}", status, reason)
        {
            Code = body.Code is { } code ? secrets.Excerpt.Start(code) : null,
            RetryAfter = Endpoints.RetryAfter.Read(response.Headers, now),
            Address = Address(request),
        };
    }

    private static string? Address(HttpRequestMessage request) => request.RequestUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    // It is not followed: keys and questions go where the experiment says.
    private static string Said(HttpResponseMessage response, ErrorBody body) =>
        response.Headers.Location is { } place ? $"it points to {place}; write that as url if it is right" : body.Message;
}
