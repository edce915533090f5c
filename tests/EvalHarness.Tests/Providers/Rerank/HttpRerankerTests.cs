using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Caching;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Providers.Rerank;
using EvalHarness.Tests.Providers.Endpoints;

namespace EvalHarness.Tests.Providers.Rerank;

internal sealed class HttpRerankerTests
{
    private const string Key = "EVALHARNESS_TEST_RERANK_KEY";

    private static readonly Corpus Articles = new("c", "some-hash",
    [
        new Document("long", "Links", null, "A link link link to the shop."),
        new Document("short", "Reset link", null, "It is valid for a day."),
    ]);

    [TestCase("""{"results":[{"index":1,"relevance_score":0.9},{"index":0,"relevance_score":0.2}],"meta":{"billed_units":{"search_units":2}}}""", 0, 2)]
    [TestCase("""{"model":"jina-reranker-v2","results":[{"index":0,"relevance_score":0.2},{"index":1,"relevance_score":0.9,"document":{"text":"x"}}],"usage":{"total_tokens":37}}""", 37, 0)]
    public async Task The_replies_of_cohere_and_jina_order_the_passages_anew(string reply, int tokens, int searches)
    {
        using LoopbackServer server = new((_, _) => (200, reply));
        var clock = new StageClock(TimeProvider.System);

        var found = await RetrieveAsync(server, clock);

        Assert.That(found.Candidates.Select(c => (c.Document, c.RankBefore, c.RankAfter, c.Score)), Is.EqualTo(new[] { ("short", 2, 1, 0.9), ("long", 1, 2, 0.2) }));
        Assert.That(found.Candidates[0].ScoreParts, Does.ContainKey("bm25").And.ContainKey("rerank"));
        Assert.That(clock.Calls.Calls.Single(), Has.Property("Kind").EqualTo("rerank").And.Property("Usage").EqualTo(new TokenUsage(tokens, 0) { Queries = searches }));
        Assert.That(clock.Stages.Keys, Is.EquivalentTo(new[] { "search", "rerank" }));
    }

    [Test]
    public async Task The_endpoint_is_sent_the_question_and_the_titled_passages()
    {
        using LoopbackServer server = new((_, body) => (200, Scores(body, i => i)));
        Environment.SetEnvironmentVariable(Key, "planted-key");

        await RetrieveAsync(server, new StageClock(TimeProvider.System));

        var (path, authorization, body) = server.Requests.Single();
        var sent = JsonNode.Parse(body)!;
        Assert.That((path, authorization), Is.EqualTo(("/v2/rerank", "Bearer planted-key")));
        Assert.That(((string)sent["model"]!, (string)sent["query"]!, (int)sent["top_n"]!), Is.EqualTo(("rerank-v3.5", "link", 2)));
        Assert.That(sent["documents"]!.AsArray().Select(d => (string)d!), Is.EqualTo(new[] { "Links\nA link link link to the shop.", "Reset link\nIt is valid for a day." }));
    }

    [Test]
    public async Task The_length_of_a_request_is_said()
    {
        long? said = null;
        var sent = "";
        using EndpointRegistry endpoints = new(TimeProvider.System, transport: new ScriptedTransport(async (request, token) =>
        {
            // Before it is read, which would make a content without a length count.
            said = request.Content!.Headers.ContentLength;
            sent = await request.Content.ReadAsStringAsync(token);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Scores(sent, i => i), Encoding.UTF8, "application/json") };
        }));

        await RetrieveAsync("http://ranks.test", new HttpRerankerProvider(endpoints), new StageClock(TimeProvider.System));

        Assert.That(said, Is.EqualTo(Encoding.UTF8.GetByteCount(sent)));
    }

    [Test]
    public async Task What_was_paid_for_is_not_paid_for_again()
    {
        using LoopbackServer server = new((_, body) => (200, Scores(body, i => 1 / (i + 3.0))));
        using TemporaryFolder folder = new();
        using ResponseCache cache = new(folder["responses.db"], new CacheLimits(), TimeProvider.System, Assert.Fail);
        using EndpointRegistry endpoints = new(TimeProvider.System);
        var rerankers = new HttpRerankerProvider(endpoints, (reranker, source) => new CachedReranker(reranker, cache, CachedModel.Of(source.Endpoint, source.Options.Name, source.Options), CacheMode.Read, TimeProvider.System));
        StageClock first = new(TimeProvider.System), second = new(TimeProvider.System), repeated = new(TimeProvider.System, repeat: 1);

        var made = await RetrieveAsync(server.Url, rerankers, first);
        var found = await RetrieveAsync(server.Url, rerankers, second);
        await RetrieveAsync(server.Url, rerankers, repeated);

        Assert.That(server.Requests, Has.Count.EqualTo(2), "a repetition is a call of its own");
        Assert.That(found.Candidates.Select(c => (c.Document, c.Score)), Is.EqualTo(made.Candidates.Select(c => (c.Document, c.Score))));
        Assert.That((first.Calls.Calls.Single().FromCache, second.Calls.Calls.Single().FromCache), Is.EqualTo((false, true)));
        Assert.That(second.Calls.Calls[0].Kind, Is.EqualTo("rerank"));
    }

    [TestCase("""{"results":[{"index":0,"relevance_score":0.2}]}""", "scored 1 of 2 passages")]
    [TestCase("""{"data":[]}""", "results was not found")]
    [TestCase("""{"results":[{"index":0,"score":0.2}]}""", "results[].relevance_score was not found")]
    [TestCase("""["x"]""", "no JSON object")]
    public void A_reply_of_another_shape_says_what_was_not_found(string reply, string found)
    {
        using LoopbackServer server = new((_, _) => (200, reply));

        Assert.That(() => RetrieveAsync(server, new StageClock(TimeProvider.System)), Throws.TypeOf<UnusableReplyException>().With.Message.Contains(found));
    }

    [Test]
    public void A_reply_that_breaks_off_is_truncated()
    {
        using LoopbackServer server = new((_, _) => (200, """{"results":[{"ind"""));

        Assert.That(
            () => RetrieveAsync(server, new StageClock(TimeProvider.System)),
            Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("truncated").And.Message.Contains("the re-ranker's reply is not whole JSON"));
    }

    [Test]
    public async Task Without_a_hit_nothing_is_called()
    {
        using LoopbackServer server = new((_, body) => (200, Scores(body, i => i)));

        await RetrieveAsync(server, new StageClock(TimeProvider.System), "zebra");

        Assert.That(server.Requests, Is.Empty);
    }

    private static async Task<Retrieved> RetrieveAsync(LoopbackServer server, StageClock clock, string question = "link")
    {
        using EndpointRegistry endpoints = new(TimeProvider.System);
        return await RetrieveAsync(server.Url, new HttpRerankerProvider(endpoints), clock, question);
    }

    private static async Task<Retrieved> RetrieveAsync(string url, HttpRerankerProvider rerankers, StageClock clock, string question = "link")
    {
        Environment.SetEnvironmentVariable(Key, "planted-key");
        var options = new RetrievalOptions { Corpus = "corpus", Rerank = "http", Reranker = new RerankerOptions { Endpoint = "ranks", Name = "rerank-v3.5" } };
        var source = Retrievers.Source(options, ("ranks", new EndpointOptions { Provider = "http", Url = url + "/v2/", KeyEnv = Key }));
        var retriever = await Retrievers.Factory(Articles, rerankers: rerankers).BuildAsync(source, CancellationToken.None);
        return await retriever.RetrieveAsync(question, clock, CancellationToken.None);
    }

    private static string Scores(string body, Func<int, double> score) => JsonSerializer.Serialize(new
    {
        results = Enumerable.Range(0, JsonNode.Parse(body)!["documents"]!.AsArray().Count).Select(i => new { index = i, relevance_score = score(i) }),
    });
}
