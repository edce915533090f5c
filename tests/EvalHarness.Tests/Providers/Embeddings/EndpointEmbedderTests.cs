using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Embeddings;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Providers.Embeddings;

internal sealed class EndpointEmbedderTests
{
    private const string Key = "EVALHARNESS_TEST_EMBEDDING_KEY";

    private static readonly EmbedderOptions Model = new() { Endpoint = "vectors", Name = "text-embedding-3-small", Dimensions = 3 };

    [TestCase(true)]
    [TestCase(false)]
    public async Task Vectors_come_back_in_the_order_of_the_texts_whatever_their_encoding(bool isBase64)
    {
        using LoopbackServer server = new((_, body) => (200, Reply(body, isBase64)));
        using EndpointRegistry endpoints = new(TimeProvider.System);

        var vectors = await Embedder(server, endpoints).GenerateAsync(["a", "bb", "ccc"]);

        Assert.That(vectors.Select(v => v.Vector.ToArray()), Is.EqualTo(new[] { new[] { 1f, 0, 2 }, [2f, 0, 2], [3f, 0, 2] }));
    }

    [Test]
    public async Task Texts_go_in_batches_and_each_is_a_recorded_call_with_its_tokens()
    {
        using LoopbackServer server = new((_, body) => (200, Reply(body, isBase64: true)));
        using EndpointRegistry endpoints = new(TimeProvider.System);
        CallLog log = new();

        var vectors = await Embedder(server, endpoints).GenerateAsync(Enumerable.Range(1, 300).Select(i => new string('x', i)), new EmbeddingGenerationOptions().With(log));

        Assert.That(vectors.Select(v => v.Vector.Span[0]), Is.EqualTo(Enumerable.Range(1, 300).Select(i => (float)i)));
        Assert.That(server.Requests.Select(r => Inputs(r.Body).Count), Is.EquivalentTo(new[] { 128, 128, 44 }));
        Assert.That(log.Calls.Select(c => (c.Kind, c.Endpoint, c.Model)), Is.EqualTo(Enumerable.Repeat(("embedding", "vectors", "text-embedding-3-small"), 3)));
        Assert.That(log.Calls.Sum(c => c.Usage!.Input), Is.EqualTo(2 * 300));
    }

    [Test]
    public async Task The_experiment_says_how_many_texts_go_in_one_call()
    {
        using LoopbackServer server = new((_, body) => (200, Reply(body, isBase64: true)));
        using EndpointRegistry endpoints = new(TimeProvider.System);

        await Embedder(server, endpoints, model: Model with { Batch = 2 }).GenerateAsync(["a", "bb", "ccc"]);

        Assert.That(server.Requests.Select(r => Inputs(r.Body).Count), Is.EquivalentTo(new[] { 2, 1 }));
    }

    [Test]
    public void How_many_texts_go_in_one_call_is_no_part_of_a_pipelines_identity()
    {
        static PipelineSpec Rag(string batch) => new("rag", "chat", "/x", JsonNode.Parse($$"""{ "retrieval": { "index": "dense", "embedder": { "endpoint": "e", "name": "m"{{batch}} } } }""")!.AsObject(), new Dictionary<string, string>());

        Assert.That(Rag(", \"batch\": 16").Identity, Is.EqualTo(Rag("").Identity));
        Assert.That(Rag(", \"dimensions\": 16").Identity, Is.Not.EqualTo(Rag("").Identity));
    }

    [Test]
    public async Task The_request_names_model_and_dimensions_and_carries_the_key()
    {
        using LoopbackServer server = new((_, body) => (200, Reply(body, isBase64: true)));
        using EndpointRegistry endpoints = new(TimeProvider.System);
        Environment.SetEnvironmentVariable(Key, "planted-key");

        await Embedder(server, endpoints, new EndpointOptions { Provider = "openai", Url = server.Url + "/v1", KeyEnv = Key }).GenerateAsync(["a"]);

        var (path, authorization, body) = server.Requests.Single();
        var sent = JsonNode.Parse(body)!;
        Assert.That((path, authorization), Is.EqualTo(("/v1/embeddings", "Bearer planted-key")));
        Assert.That(((string)sent["model"]!, (int)sent["dimensions"]!), Is.EqualTo(("text-embedding-3-small", 3)));
        Assert.That(body, Does.Not.Contain("evalharness"));
    }

    [Test]
    public async Task On_azure_the_deployment_stands_in_the_address()
    {
        using LoopbackServer server = new((_, body) => (200, Reply(body, isBase64: true)));
        using EndpointRegistry endpoints = new(TimeProvider.System);

        await Embedder(server, endpoints, new EndpointOptions { Provider = "azure-openai", Url = server.Url, ApiVersion = "2024-10-21" }).GenerateAsync(["a"]);

        Assert.That(server.Requests.Single().Path, Is.EqualTo("/openai/deployments/text-embedding-3-small/embeddings?api-version=2024-10-21"));
    }

    [Test]
    public void A_reply_with_too_few_vectors_is_said()
    {
        using LoopbackServer server = new((_, body) => (200, Reply(body, isBase64: true, leaveOut: 1)));
        using EndpointRegistry endpoints = new(TimeProvider.System);

        Assert.That(() => Embedder(server, endpoints).GenerateAsync(["a", "b"]), Throws.TypeOf<UnusableReplyException>().With.Message.Contains("1 vectors for 2 texts"));
    }

    [Test]
    public void What_is_missing_is_said_before_anything_is_called()
    {
        using EndpointRegistry endpoints = new(TimeProvider.System);
        var provider = new EndpointEmbedderProvider(endpoints, (generator, _) => generator);

        Assert.That(Check(new EndpointOptions { Provider = "anthropic" }, Model), Does.Contain("'anthropic' has no embeddings"));
        Assert.That(Check(new EndpointOptions { Provider = "azure-openai" }, Model), Does.Contain("no url"));
        Assert.That(Check(new EndpointOptions { Provider = "openai", KeyEnv = "EVALHARNESS_TEST_NOT_SET" }, Model), Does.Contain("EVALHARNESS_TEST_NOT_SET is not set"));
        Assert.That(Check(new EndpointOptions { Provider = "openai", Url = "http://127.0.0.1:1" }, Model with { Name = null }), Does.Contain("no name"));

        string Check(EndpointOptions endpoint, EmbedderOptions options) => provider.Check(Source(endpoint, options), "pipeline 'rag'")?.ToString() ?? "";
    }

    private static EmbedderSource Source(EndpointOptions endpoint, EmbedderOptions options) => new(options, new NamedEndpoint("vectors", endpoint));

    private static IEmbeddingGenerator<string, Embedding<float>> Embedder(LoopbackServer server, EndpointRegistry endpoints, EndpointOptions? options = null, EmbedderOptions? model = null) =>
        new EndpointEmbedderProvider(endpoints, (generator, _) => generator).Connect(Source(options ?? new EndpointOptions { Provider = "openai", Url = server.Url + "/v1" }, model ?? Model), []);

    private static IReadOnlyList<string> Inputs(string body) => [.. JsonNode.Parse(body)!["input"]!.AsArray().Select(t => (string)t!)];

    // A text's vector is its length, 0 and 2; each text is two tokens.
    private static string Reply(string body, bool isBase64, int leaveOut = 0)
    {
        var inputs = Inputs(body);
        var data = inputs.SkipLast(leaveOut).Select((text, i) => new { @object = "embedding", index = i, embedding = Encoded([text.Length, 0, 2], isBase64) });
        return JsonSerializer.Serialize(new { @object = "list", model = "text-embedding-3-small", data, usage = new { prompt_tokens = 2 * inputs.Count, total_tokens = 2 * inputs.Count } });
    }

    private static object Encoded(float[] vector, bool isBase64) => isBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : vector;
}
