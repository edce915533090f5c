using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Providers.Services;
using EvalHarness.Runs;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Wire;

/// <summary>The product's own chain from a question to a trace, with the stub at its other end.</summary>
internal sealed class WirePipeline : IDisposable
{
    public const string Question = "How long is a reset link valid?";

    private readonly EndpointRegistry endpoints;
    private readonly PipelineSpec spec;
    private readonly PipelineCaller caller;
    private readonly ConcurrencyPermits permits = new(64);
    private IPipeline? pipeline;

    public WirePipeline(StubServer stub, WireSettings settings)
    {
        endpoints = new EndpointRegistry(TimeProvider.System, transport: settings.Transport);
        spec = new PipelineSpec("asked", settings.Provider == "http" ? "http" : "chat", TestContext.CurrentContext.WorkDirectory, settings.Pipeline(), new Dictionary<string, string>())
        {
            Endpoints = new Dictionary<string, EndpointOptions> { ["stub"] = Endpoint(stub, settings) },
        };
        caller = new PipelineCaller(permits, settings.Timeout, TimeProvider.System);
    }

    /// <summary>One question, one trace.</summary>
    public static async Task<Trace> AskAsync(StubServer stub, WireSettings settings, string question = Question)
    {
        using var wire = new WirePipeline(stub, settings);
        return await wire.AskAsync(question);
    }

    public async Task<Trace> AskAsync(string question = Question) => (await CallAsync(question)).Trace;

    public async Task<PipelineCall> CallAsync(string question = Question)
    {
        pipeline ??= await Factory().BuildAsync(spec, CancellationToken.None);
        var item = WorkItem.Plan(Some.Sample(question, question), spec, repeat: 0, responseSchema: null);
        return await caller.CallAsync(new WorkAttempt(item), pipeline, CancellationToken.None);
    }

    public void Dispose()
    {
        endpoints.Dispose();
        permits.Dispose();
    }

    private IPipelineFactory Factory() => spec.Kind == "http"
        ? new HttpPipelineFactory(endpoints)
        : new ChatPipelineFactory(EndpointModelProvider.All(endpoints, (client, _) => client), []);

    private static EndpointOptions Endpoint(StubServer stub, WireSettings settings) => new()
    {
        Provider = settings.Provider,
        Url = settings.Provider == "openai" ? $"{stub.Url}/v1" : stub.Url,
        ApiVersion = settings.Provider == "azure-openai" ? "2024-10-21" : null,
        Headers = settings.Headers,
        Http2 = settings.Http2,
        Tries = settings.Tries,
        Limits = settings.Limits,
    };
}
