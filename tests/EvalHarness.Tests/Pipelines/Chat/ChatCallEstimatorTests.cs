using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Tests.Pipelines.Chat;

public sealed class ChatCallEstimatorTests
{
    private const string Article = "---\nid: a\ntitle: A\n---\nA reset link is valid for 30 minutes. Ask for another one when it has run out.\n";

    private const string Text = "A reset link is valid for 30 minutes. Ask for another one when it has run out.";

    private static readonly TokenRange Reply = new(10, 200);

    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        folder.Write("corpus/a.md", Article);
        folder.Write("prompt.md", "Answer from the passages. {schema}");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void Instructions_schema_question_and_context_are_counted()
    {
        var call = Calls("""{"model": {"endpoint": "e", "name": "m"}, "prompt": "prompt.md"}""").Single();

        var texts = new[] { "Answer from the passages. {\"type\":\"object\"}", "How long?", "plan: pro\n" };
        Assert.That(call, Is.EqualTo(new CallEstimate("chat", "e", "m", TokenRange.Exactly(texts.Sum(O200k.Count) + 8), Reply)));
    }

    [Test]
    public void Max_tokens_is_the_longest_reply() =>
        Assert.That(Calls("""{"model": {"endpoint": "e", "name": "m", "max_tokens": 64}}""").Single().Output, Is.EqualTo(new TokenRange(10, 64)));

    [Test]
    public void Price_as_names_the_model() =>
        Assert.That(Calls("""{"model": {"endpoint": "e", "name": "m", "price_as": "gpt-4o-mini"}}""").Single().Model, Is.EqualTo("gpt-4o-mini"));

    [Test]
    public void Passages_are_at_least_the_shortest_of_the_corpus_and_at_most_the_longest()
    {
        folder.Write("corpus/b.md", "---\nid: b\ntitle: B\n---\nShort.\n");
        folder.Write("corpus/c.md", "---\nid: c\ntitle: C\n---\nClosed on Sunday.\n");
        var bare = Calls("""{"model": {"endpoint": "e", "name": "m"}}""").Single().Input!.Value;
        var rag = Calls("""{"model": {"endpoint": "e", "name": "m"}, "retrieval": {"corpus": "corpus", "passages": 2, "chunk": {"tokens": 100, "overlap": 20}}}""").Single().Input!.Value;

        Assert.That((rag.Low - bare.Low, rag.High - bare.High), Is.EqualTo((48L + O200k.Count("Short.") + O200k.Count("Closed on Sunday."), 48L + O200k.Count("Closed on Sunday.") + O200k.Count(Text))));
    }

    [Test]
    public void The_whole_corpus_and_every_example_are_counted_where_they_are_sent()
    {
        folder.Write("shots.jsonl", """{"messages": [{"role": "user", "content": "Open on Sunday?"}, {"role": "assistant", "content": "No."}]}""" + "\n");

        var bare = Calls("""{"model": {"endpoint": "e", "name": "m"}}""").Single().Input!.Value.Low;
        var shots = Calls("""{"model": {"endpoint": "e", "name": "m"}, "examples": "shots.jsonl"}""").Single().Input!.Value.Low;
        var all = Calls("""{"model": {"endpoint": "e", "name": "m"}, "context": "all", "corpus": "corpus"}""").Single().Input!.Value.Low;

        Assert.That(shots - bare, Is.EqualTo(O200k.Count("Open on Sunday?") + O200k.Count("No.") + 8));
        Assert.That(all - bare, Is.GreaterThanOrEqualTo(O200k.Count("A reset link is valid for 30 minutes. Ask for another one when it has run out.")));
    }

    [Test]
    public void An_example_that_is_no_JSON_is_named_with_its_line()
    {
        folder.Write("shots.jsonl", "{\"messages\": []}\n{oops\n");

        Assert.That(() => Calls("""{"model": {"endpoint": "e", "name": "m"}, "examples": "shots.jsonl"}"""), Throws.TypeOf<InputException>().With.Message.Contains("shots.jsonl:2"));
    }

    [Test]
    public void Embedding_and_re_ranking_are_calls_of_their_own()
    {
        const string Settings = """
            {"model": {"endpoint": "e", "name": "m"}, "retrieval": {"corpus": "corpus", "index": "dense", "embedder": {"endpoint": "v", "name": "embed"},
             "rerank": "http", "reranker": {"endpoint": "r", "name": "rank"}, "candidates": 10, "chunk": {"tokens": 100, "overlap": 20}}}
            """;

        var calls = Calls(Settings);

        Assert.That(calls.Select(c => (c.Kind, c.Endpoint, c.Model)), Is.EqualTo(new[] { ("chat", "e", "m"), ("embedding", "v", "embed"), ("rerank", "r", "rank") }));
        Assert.That(calls[1].Input, Is.EqualTo(TokenRange.Exactly(O200k.Count("How long?"))));
        Assert.That(calls[2].Input!.Value.High, Is.EqualTo(O200k.Count("How long?") + 24 + O200k.Count(Text)), "there is no second passage");
    }

    [TestCase(1, 1)]
    [TestCase(128, 1)]
    [TestCase(129, 2)]
    public void An_index_is_embedded_with_its_titles_in_as_many_calls_as_it_takes(int articles, int calls)
    {
        for (var i = 1; i < articles; i++)
            folder.Write($"corpus/{i}.md", $"---\nid: x{i}\ntitle: A\n---\nShort.\n");

        var index = Estimator("""{"model": {"endpoint": "e", "name": "m"}, "retrieval": {"corpus": "corpus", "index": "dense", "embedder": {"endpoint": "v", "name": "embed"}}}""").Preparation.Single();

        Assert.That((index.Calls, index.Input), Is.EqualTo((calls, (TokenRange?)TokenRange.Exactly(O200k.Count($"A\n{Text}") + ((articles - 1L) * O200k.Count("A\nShort."))))));
    }

    [TestCase("http", 1)]
    [TestCase("process", 1)]
    [TestCase("recorded", 0)]
    public void A_foreign_service_is_called_once_for_tokens_that_nobody_knows(string kind, int calls)
    {
        var spec = new PipelineSpec("p", kind, folder.FullPath, JsonNode.Parse("""{"price_as": "m"}""")!.AsObject(), new Dictionary<string, string>());

        var made = new ForeignCallEstimator(spec).Calls(Request, Reply);

        Assert.That(made, Has.Count.EqualTo(calls));
        Assert.That(made.Select(c => (c.Model, c.Input)), Is.All.EqualTo(("m", (TokenRange?)null)));
    }

    private static PipelineRequest Request => new("How long?", [new EvalHarness.Datasets.Message("user", "How long?")], new Dictionary<string, string> { ["plan"] = "pro" }, "{\"type\":\"object\"}");

    private ChatCallEstimator Estimator(string settings) => new(new PipelineSpec("p", "chat", folder.FullPath, JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>()));

    private IReadOnlyList<CallEstimate> Calls(string settings) => Estimator(settings).Calls(Request, Reply);
}
