using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;
using EvalHarness.Stub.Limits;

namespace EvalHarness.Tests.Wire;

public class StubServerTests
{
    private static readonly HttpClient Http = new();

    [Test]
    public async Task A_chat_completion_echoes_the_model_and_says_what_it_used()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(new StubReply("30 minutes.") { InputTokens = 100, OutputTokens = 20, CachedTokens = 64, ReasoningTokens = 8 }) });

        var reply = await ChatAsync(stub, "/v1/chat/completions");

        Assert.That(reply["model"]!.GetValue<string>(), Is.EqualTo("some-model"));
        Assert.That(reply["choices"]![0]!["message"]!["content"]!.GetValue<string>(), Is.EqualTo("30 minutes."));
        Assert.That(reply["usage"]!["prompt_tokens_details"]!["cached_tokens"]!.GetValue<int>(), Is.EqualTo(64));
        Assert.That(reply["usage"]!["completion_tokens_details"]!["reasoning_tokens"]!.GetValue<int>(), Is.EqualTo(8));
    }

    [Test]
    public async Task A_stream_ends_with_usage_when_asked_and_adds_up_to_the_answer()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(new StubReply("A reset link is valid for 30 minutes.")) });

        var body = Chat();
        body["stream"] = true;
        body["stream_options"] = new JsonObject { ["include_usage"] = true };
        using var response = await Http.PostAsJsonAsync($"{stub.Url}/v1/chat/completions", body);
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e => e["data: ".Length..]).ToList();
        var chunks = events.SkipLast(1).Select(e => JsonNode.Parse(e)!).ToList();

        Assert.That(events[^1], Is.EqualTo("[DONE]"));
        Assert.That(string.Concat(chunks.SelectMany(c => c["choices"]!.AsArray()).Select(c => (string?)c!["delta"]!["content"])), Is.EqualTo("A reset link is valid for 30 minutes."));
        Assert.That(chunks[^1]["usage"]!["completion_tokens"]!.GetValue<int>(), Is.EqualTo(10));
    }

    [Test]
    public async Task Anthropics_counts_are_disjoint()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(new StubReply("30 minutes.") { InputTokens = 100, CachedTokens = 60, CacheWriteTokens = 30 }) });

        var reply = await ChatAsync(stub, "/v1/messages");

        Assert.That(reply["usage"]!["input_tokens"]!.GetValue<int>(), Is.EqualTo(10));
        Assert.That(reply["usage"]!["cache_read_input_tokens"]!.GetValue<int>(), Is.EqualTo(60));
        Assert.That(reply["content"]![0]!["text"]!.GetValue<string>(), Is.EqualTo("30 minutes."));
    }

    [Test]
    public async Task An_embedding_is_the_same_as_numbers_and_as_base64()
    {
        await using var stub = await StubServer.StartAsync();
        var body = new JsonObject { ["model"] = "e", ["input"] = new JsonArray("reset the password"), ["dimensions"] = 8 };

        var numbers = (await PostAsync(stub, "/v1/embeddings", body))["data"]![0]!["embedding"]!.AsArray().Select(v => v!.GetValue<float>()).ToArray();
        body["encoding_format"] = "base64";
        var bytes = Convert.FromBase64String((await PostAsync(stub, "/v1/embeddings", body))["data"]![0]!["embedding"]!.GetValue<string>());

        Assert.That(numbers, Has.Length.EqualTo(8));
        Assert.That(Enumerable.Range(0, 8).Select(i => BitConverter.ToSingle(bytes, i * 4)), Is.EqualTo(numbers));
        Assert.That(numbers.Sum(n => n * n), Is.EqualTo(1).Within(1e-5));
    }

    [Test]
    public async Task The_document_with_more_of_the_querys_words_ranks_first()
    {
        await using var stub = await StubServer.StartAsync();

        var reply = await PostAsync(stub, "/v1/rerank", new JsonObject
        {
            ["model"] = "r",
            ["query"] = "reset password link",
            ["documents"] = new JsonArray("printers jam", "reset the link of a password", "a link"),
            ["top_n"] = 2,
        });

        Assert.That(reply["results"]!.AsArray().Select(r => r!["index"]!.GetValue<int>()), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(reply["results"]![0]!["relevance_score"]!.GetValue<double>(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_service_gives_passages_usage_and_times()
    {
        var answer = new StubReply("30 minutes.") { Passages = [new StubPassage("p1", "Valid for 30 minutes.", 0.9, "password-reset")] };
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(answer) });

        var reply = await PostAsync(stub, "/ask", new JsonObject { ["question"] = "How long?" });

        Assert.That(reply["answer"]!.GetValue<string>(), Is.EqualTo("30 minutes."));
        Assert.That(reply["passages"]![0]!["document"]!.GetValue<string>(), Is.EqualTo("password-reset"));
        Assert.That(reply["usage"]!["input_tokens"]!.GetValue<int>(), Is.EqualTo(3));
    }

    [Test]
    public async Task Every_try_of_a_call_is_counted_and_only_whole_answers_spend([Values(1, 2, 3)] int seed)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = RandomFaults.Usual(seed, rate: 0.3) });

        var answered = 0;
        for (var tries = 0; answered < 20 && tries < 200; tries++)
            answered += await TryAsync(stub, $"question {answered}") ? 1 : 0;
        var counts = await stub.QuietCountsAsync();

        Assert.That(answered, Is.EqualTo(20));
        Assert.That(counts.Calls, Is.EqualTo(20));
        Assert.That(counts.Answered, Is.EqualTo(20));
        Assert.That(counts.Tries.Values.Max(), Is.InRange(2, 5));
        Assert.That(counts.Requests, Is.EqualTo(counts.Tries.Values.Sum()).And.EqualTo(counts.Statuses.Values.Sum()).And.GreaterThan(20));
        Assert.That(counts.Statuses.Keys, Is.SubsetOf(["200", "429", "500", "reset"]));
    }

    [Test]
    public async Task A_request_without_the_key_is_refused()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Key = "sk-right" });

        using var without = await Http.PostAsJsonAsync($"{stub.Url}/v1/chat/completions", Chat());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{stub.Url}/v1/chat/completions") { Content = JsonContent.Create(Chat()) };
        request.Headers.Add("api-key", "sk-right");
        using var with = await Http.SendAsync(request);

        Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(with.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_over_the_limit_is_refused()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Limit = new TokenBucket(0.001, 3, TimeProvider.System) });

        var answered = 0;
        for (var i = 0; i < 5; i++)
            answered += await TryAsync(stub, $"{i}") ? 1 : 0;

        Assert.That(answered, Is.EqualTo(3));
        Assert.That((await stub.QuietCountsAsync()).Status(429), Is.EqualTo(2));
    }

    [Test]
    public async Task Http2_is_spoken_without_tls_to_those_who_know()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Protocol = StubProtocol.Http2 });

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{stub.Url}/v1/chat/completions")
        {
            Content = JsonContent.Create(Chat()),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(stub.Received.Single().Protocol, Is.EqualTo("HTTP/2"));
    }

    private static JsonObject Chat(string question = "How long?") => new()
    {
        ["model"] = "some-model",
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = question }),
    };

    private static Task<JsonNode> ChatAsync(StubServer stub, string path) => PostAsync(stub, path, Chat());

    private static async Task<JsonNode> PostAsync(StubServer stub, string path, JsonObject body)
    {
        using var response = await Http.PostAsJsonAsync(stub.Url + path, body);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task<bool> TryAsync(StubServer stub, string question)
    {
        try
        {
            using var response = await Http.PostAsJsonAsync($"{stub.Url}/v1/chat/completions", Chat(question));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
