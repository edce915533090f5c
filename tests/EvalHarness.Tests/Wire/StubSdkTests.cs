using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using EvalHarness.Stub;
using Microsoft.Extensions.AI;
using OpenAI;

namespace EvalHarness.Tests.Wire;

/// <summary>The stub is true to the wire: the providers' own SDKs read it.</summary>
public class StubSdkTests
{
    private static readonly StubReply Reply = new("A reset link is valid for 30 minutes.") { InputTokens = 100, OutputTokens = 20, CachedTokens = 64, CacheWriteTokens = 6, ReasoningTokens = 8 };

    [Test]
    public async Task OpenAIs_sdk_reads_it([Values] bool stream)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(Reply), Key = "sk-some" });
        using var client = OpenAI(stub).GetChatClient("some-model").AsIChatClient();

        var response = await AskAsync(client, stream);

        Assert.That(response.Text, Is.EqualTo(Reply.Text));
        Assert.That(response.ModelId, Is.EqualTo("some-model"));
        Assert.That(response.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
        Assert.That(response.Usage, Has.Property("InputTokenCount").EqualTo(100).And.Property("OutputTokenCount").EqualTo(20).And.Property("CachedInputTokenCount").EqualTo(64).And.Property("ReasoningTokenCount").EqualTo(8));
    }

    [Test]
    public async Task Anthropics_sdk_reads_it([Values] bool stream)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(Reply), Key = "sk-some" });
        using var anthropic = new AnthropicClient { BaseUrl = stub.Url, ApiKey = "sk-some", MaxRetries = 0 };
        using var client = anthropic.AsIChatClient("some-model", 100);

        var response = await AskAsync(client, stream);

        Assert.That(response.Text, Is.EqualTo(Reply.Text));
        Assert.That(response.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
        Assert.That(response.Usage, Has.Property("CachedInputTokenCount").EqualTo(64).And.Property("OutputTokenCount").EqualTo(20));
    }

    [Test]
    public async Task OpenAIs_sdk_reads_embeddings()
    {
        await using var stub = await StubServer.StartAsync();
        using var generator = OpenAI(stub).GetEmbeddingClient("e").AsIEmbeddingGenerator(defaultModelDimensions: 16);

        var embeddings = await generator.GenerateAsync(["reset the password", "reset the password", "printers jam"]);

        Assert.That(embeddings[0].Vector.Length, Is.EqualTo(16));
        Assert.That(embeddings[1].Vector.ToArray(), Is.EqualTo(embeddings[0].Vector.ToArray()));
        Assert.That(embeddings[2].Vector.ToArray(), Is.Not.EqualTo(embeddings[0].Vector.ToArray()));
        Assert.That(embeddings.Usage!.InputTokenCount, Is.EqualTo(13));
    }

    private static OpenAIClient OpenAI(StubServer stub) =>
        new(new ApiKeyCredential("sk-some"), new OpenAIClientOptions { Endpoint = new Uri($"{stub.Url}/v1"), RetryPolicy = new ClientRetryPolicy(0) });

    private static async Task<ChatResponse> AskAsync(IChatClient client, bool stream) =>
        stream ? await client.GetStreamingResponseAsync("How long?").ToChatResponseAsync() : await client.GetResponseAsync("How long?");
}
