namespace EvalHarness.Providers.Models;

/// <summary>Puts an endpoint's headers on the Anthropic SDK's requests.</summary>
internal sealed class HeaderHandler(IReadOnlyDictionary<string, string> headers, Action<HttpResponseMessage>? seen) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.SetHeaders(headers);
        var response = await base.SendAsync(request, cancellationToken);
        seen?.Invoke(response);
        return response;
    }
}
