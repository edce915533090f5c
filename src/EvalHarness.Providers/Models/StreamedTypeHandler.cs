namespace EvalHarness.Providers.Models;

/// <summary>Looks at the replies of an Anthropic client that only streams.</summary>
internal sealed class StreamedTypeHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        StreamedType.Check(response.Content.Headers.ContentType?.MediaType);
        return response;
    }
}
