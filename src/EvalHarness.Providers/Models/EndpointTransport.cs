using System.ClientModel.Primitives;

namespace EvalHarness.Providers.Models;

/// <summary>Sends the OpenAI SDK's requests through an endpoint's HTTP client, with the endpoint's headers.</summary>
internal sealed class EndpointTransport(HttpClient http, IReadOnlyDictionary<string, string> headers, Action<HttpResponseMessage>? seen) : HttpClientPipelineTransport(http)
{
    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest) => httpRequest.SetHeaders(headers);

    protected override void OnReceivedResponse(PipelineMessage message, HttpResponseMessage httpResponse) => seen?.Invoke(httpResponse);
}
