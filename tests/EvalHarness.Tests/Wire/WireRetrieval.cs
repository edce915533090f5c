using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Embeddings;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Providers.Rerank;
using EvalHarness.Runs;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Wire;

/// <summary>The product's own chain of embedder, re-ranker and model, each at the stub: an index is embedded, then questions are asked.</summary>
internal sealed class WireRetrieval : IDisposable
{
    private static readonly Corpus Articles = new("c", "some-hash",
    [
        new Document("link", "Reset link", null, "A reset link is valid for 30 minutes."),
        new Document("shop", "Shop", null, "The shop opens at nine."),
    ]);

    private readonly EndpointRegistry endpoints = new(TimeProvider.System);
    private readonly ConcurrencyPermits permits = new(8);
    private readonly PipelineSpec spec;
    private IPipeline? pipeline;

    public WireRetrieval(StubServer stub) => spec = new PipelineSpec("rag", "chat", TestContext.CurrentContext.WorkDirectory, Settings(), new Dictionary<string, string>())
    {
        Endpoints = new Dictionary<string, EndpointOptions> { ["stub"] = new() { Provider = "openai", Url = $"{stub.Url}/v1", Tries = new() { Count = 3, FirstWaitSeconds = 0.01 } } },
    };

    /// <summary>Asks a question of its own, once the index is there.</summary>
    public async Task<PipelineCall> CallAsync(string question)
    {
        pipeline ??= await Factory().BuildAsync(spec, CancellationToken.None);
        var caller = new PipelineCaller(permits, TimeSpan.FromSeconds(60), TimeProvider.System);
        return await caller.CallAsync(new WorkAttempt(WorkItem.Plan(Some.Sample(question, question), spec, repeat: 0, responseSchema: null)), pipeline, CancellationToken.None);
    }

    public void Dispose()
    {
        endpoints.Dispose();
        permits.Dispose();
    }

    private ChatPipelineFactory Factory() => new(
        EndpointModelProvider.All(endpoints, (client, _) => client),
        [Retrievers.Factory(Articles, embedder: new EndpointEmbedderProvider(endpoints, (embedder, _) => embedder), rerankers: new HttpRerankerProvider(endpoints))]);

    private static JsonObject Settings() => JsonNode.Parse("""
        {
          "model": { "endpoint": "stub", "name": "reader" },
          "retrieval": { "corpus": "c", "index": "dense", "embedder": { "endpoint": "stub", "name": "embedder" }, "rerank": "http", "reranker": { "endpoint": "stub", "name": "ranker" }, "passages": 1 }
        }
        """)!.AsObject();
}
