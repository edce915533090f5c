using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Services;

/// <summary>Asks a service over HTTP. What the service did inside is known only as far as its reply says.</summary>
internal sealed class HttpPipeline : IPipeline
{
    private readonly HttpSettings settings;
    private readonly Endpoint endpoint;
    private readonly ServiceRequest requests;
    private readonly ReplyBody bodies;
    private readonly ReplyStream? stream;
    private readonly ReplyReader reader;

    public HttpPipeline(HttpSettings settings, Endpoint endpoint, ServiceRequest requests)
    {
        (this.settings, this.endpoint, this.requests) = (settings, endpoint, requests);
        endpoint.Hide(requests.Secrets);
        var excerpt = new Excerpt(requests.Secrets);
        bodies = new ReplyBody(excerpt);
        stream = settings.Stream is { } streamed ? new ReplyStream(streamed, bodies, excerpt) : null;
        reader = new ReplyReader(settings, excerpt);
    }

    /// <exception cref="ServiceContractException">The reply is not as the settings say.</exception>
    public async Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        var intent = new CallIntent("service", settings.PriceAs, Tokens: request.Messages.Sum(m => m.Content.Length) / 4) { Target = settings.Url };
        var reply = await endpoint.CallAsync(intent, clock.Calls, (scope, token) => CallAsync(request, clock.Calls.Repeat, scope, token), cancellationToken);
        foreach (var (stage, duration) in reader.Stages(reply))
            clock.Record(stage, duration);
        return reader.Read(reply);
    }

    private async Task<ServiceReply> CallAsync(PipelineRequest request, int repeat, CallScope scope, CancellationToken cancellationToken)
    {
        using var message = requests.Create(request, repeat);
        using var response = await endpoint.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var reply = stream is null
            ? await bodies.ReadAsync(response.Content, cancellationToken)
            : await stream.ReadAsync(response.Content, scope, cancellationToken);
        scope.Used(reader.Model(reply), reader.Usage(reply));
        return reply;
    }
}
