using System.Collections.Concurrent;
using System.Net;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace EvalHarness.Tests.Providers.Models;

/// <summary>A model behind real HTTP on loopback that replies word for word as a test says, and a pipeline that asks it.</summary>
internal sealed class ModelWire : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly EndpointRegistry endpoints = new(TimeProvider.System);
    private readonly ConcurrentQueue<WireReply> replies = new();
    private readonly ConcurrentQueue<WireRequest> requests = new();

    private ModelWire(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public IReadOnlyList<WireRequest> Requests => [.. requests];

    public WireRequest Request => requests.Single();

    public static async Task<ModelWire> StartAsync(params IEnumerable<WireReply> replies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var wire = new ModelWire(builder.Build());
        foreach (var reply in replies)
            wire.replies.Enqueue(reply);
        wire.app.Run(wire.HandleAsync);
        await wire.app.StartAsync();
        return wire;
    }

    public NamedEndpoint Endpoint(string provider = "openai", string path = "/v1", Func<EndpointOptions, EndpointOptions>? change = null)
    {
        var options = new EndpointOptions { Provider = provider, Url = Url + path, Tries = new TryOptions { Count = 1 } };
        return new NamedEndpoint("here", change is null ? options : change(options));
    }

    public ModelSource Source(ModelOptions? model = null, NamedEndpoint? endpoint = null) =>
        new(model ?? new ModelOptions { Endpoint = "here", Name = "m1" }, Path.GetTempPath(), endpoint ?? Endpoint());

    public IModelProvider Provider(string name, Func<IChatClient, ModelSource, IChatClient>? outermost = null) =>
        EndpointModelProvider.All(endpoints, outermost ?? ((client, _) => client)).Single(p => p.Name == name);

    public Task<Answer> AskAsync(ModelSource source, StageClock? clock = null, string? schema = null) =>
        AskAsync(source, new ChatPrompt("Be brief."), clock, schema);

    public async Task<Answer> AskAsync(ModelSource source, ChatPrompt prompt, StageClock? clock = null, string? schema = null)
    {
        var client = await Provider(source.Endpoint!.Options.Provider).ConnectAsync(source, CancellationToken.None);
        var pipeline = new ChatPipeline(client, source.Options, prompt, retriever: null);
        var request = PipelineRequest.For(Some.Sample(question: "How long?"), schema);
        return await pipeline.AnswerAsync(request, clock ?? new StageClock(TimeProvider.System), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        endpoints.Dispose();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        requests.Enqueue(new WireRequest(
            $"{http.Request.Path}{http.Request.QueryString}",
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync()));
        // The last reply is given to whoever asks again.
        var reply = replies.Count > 1 && replies.TryDequeue(out var next) ? next : replies.First();
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
            http.Response.Headers[name] = value;
        await http.Response.WriteAsync(reply.Body);
        if (!reply.IsCut)
            return;
        await http.Response.Body.FlushAsync();
        http.Abort();
    }
}
