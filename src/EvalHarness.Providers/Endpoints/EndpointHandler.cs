using System.Globalization;
using System.Net;

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
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await FailureAsync(request, response, now, cancellationToken);
    }

    private async Task<EndpointException> FailureAsync(HttpRequestMessage request, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await ErrorBody.ReadAsync(response.Content, cancellationToken);
        var reason = secrets.Redactor.Line(Said(response, body)) is { Length: > 0 } said ? said : "the reply has no body";
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return new EndpointException($"{StatusTitle.Of(status)}: {reason}", status, reason)
        {
            Code = body.Code is { } code ? secrets.Redactor.Line(code) : null,
            RetryAfter = Endpoints.RetryAfter.Read(response.Headers, now),
            Address = request.RequestUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
        };
    }

    // It is not followed: keys and questions go where the experiment says.
    private static string Said(HttpResponseMessage response, ErrorBody body) =>
        response.Headers.Location is { } place ? $"it points to {place}; write that as url if it is right" : body.Message;
}
