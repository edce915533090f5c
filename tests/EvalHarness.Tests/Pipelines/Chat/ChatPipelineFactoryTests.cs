using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Pipelines.Chat;

internal sealed class ChatPipelineFactoryTests
{
    private const string Article = "---\nid: a\ntitle: A\nupdated: 2026-09-01\n---\nText of a.\n";
    private const string Example = """{"messages":[{"role":"user","content":"1?"},{"role":"assistant","content":"one"}]}""";

    private EchoProvider provider = null!;
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Begin() => (folder, provider) = (new TemporaryFolder(), new EchoProvider());

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public async Task A_prompt_examples_and_a_whole_corpus_go_together()
    {
        WriteAll();

        var answer = await AnswerAsync("""{"model":{"endpoint":"mine","name":"m1"},"prompt":"p.md","examples":"e.jsonl","context":"all","corpus":"corpus"}""");

        Assert.That(answer.Text, Is.EqualTo("system: <passage document=\"a\" title=\"A\">\nText of a.\n\n</passage>\n\nBe brief.|user: 1?|assistant: one|user: How long?"));
        Assert.That(answer.Passages, Is.Null);
    }

    [TestCase("p.md", "prompt")]
    [TestCase("e.jsonl", "examples")]
    [TestCase("corpus/a.md", "context")]
    public void What_changes_an_answer_changes_its_hash(string file, string hash)
    {
        WriteAll();
        var spec = Spec("""{"model":{"endpoint":"mine","name":"m1"},"prompt":"p.md","examples":"e.jsonl","context":"all","corpus":"corpus"}""");
        var before = Factory().ContentHashes(spec);

        folder.Write(file, folder.Text(file) + "\n");
        var after = Factory().ContentHashes(spec);

        Assert.That(before.Keys, Is.EquivalentTo(["model", "prompt", "examples", "context"]));
        Assert.That(after.Where(h => before[h.Key] != h.Value).Select(h => h.Key), Is.EqualTo([hash]));
    }

    [Test]
    public void Another_address_is_another_model()
    {
        var spec = Spec("""{"model":{"endpoint":"mine","name":"m1"}}""");
        var moved = spec with { Endpoints = new Dictionary<string, EndpointOptions> { ["mine"] = new() { Provider = "echo", Url = "http://elsewhere" } } };

        Assert.That(Factory().ContentHashes(moved)["model"], Is.Not.EqualTo(Factory().ContentHashes(spec)["model"]));
    }

    [Test]
    public void Everything_that_is_missing_is_named_before_anything_is_called()
    {
        var spec = Spec("""{"model":{"endpoint":"mine","name":"m1"},"prompt":"p.md","examples":"e.jsonl","context":"all","corpus":"corpus"}""");

        var problems = Assert.Throws<InputException>(() => Factory().Check(spec))!.Problems;

        Assert.That(problems.Select(p => p.Found), Is.EqualTo(["prompt: 'p.md': the file does not exist", "examples: 'e.jsonl': the file does not exist", "corpus: 'corpus': the folder does not exist"]));
        Assert.That(provider.Connections, Is.Zero);
    }

    [Test]
    public void An_unknown_endpoint_is_answered_with_the_known_ones()
    {
        Assert.That(
            () => Factory().Check(Spec("""{"model":{"endpoint":"yours","name":"m1"}}""")),
            Throws.TypeOf<InputException>().With.Message.EqualTo("pipeline 'p': there is no endpoint 'yours'. Known: mine."));
    }

    [Test]
    public async Task A_model_is_asked_as_its_options_say()
    {
        await AnswerAsync("""{"model":{"endpoint":"mine","name":"m1","temperature":0.5,"seed":7,"max_tokens":50,"response_format":"json_object"}}""");

        var asked = provider.Asked!;
        Assert.That(asked.Temperature, Is.EqualTo(0.5f));
        Assert.That(asked.Seed, Is.EqualTo(7));
        Assert.That(asked.MaxOutputTokens, Is.EqualTo(50));
        Assert.That(asked.ResponseFormat, Is.SameAs(ChatResponseFormat.Json));
    }

    private void WriteAll()
    {
        folder.Write("p.md", "Be brief.");
        folder.Write("e.jsonl", Example);
        folder.Write("corpus/a.md", Article);
    }

    private async Task<Answer> AnswerAsync(string settings)
    {
        var pipeline = await Factory().BuildAsync(Spec(settings), CancellationToken.None);
        return await pipeline.AnswerAsync(PipelineRequest.For(Some.Sample(question: "How long?"), responseSchema: null), new StageClock(TimeProvider.System), CancellationToken.None);
    }

    private ChatPipelineFactory Factory() => new([provider], []);

    private PipelineSpec Spec(string settings) => new("p", "chat", folder.FullPath, JsonNode.Parse(settings)!.AsObject(), new Dictionary<string, string>())
    {
        Endpoints = new Dictionary<string, EndpointOptions> { ["mine"] = new() { Provider = "echo", Url = "http://here" } },
    };

    /// <summary>Replies with what it was sent.</summary>
    private sealed class EchoProvider : IModelProvider, IChatClient
    {
        public string Name => "echo";

        public int Connections { get; private set; }

        public ChatOptions? Asked { get; private set; }

        public InputProblem? Check(ModelSource source, string where) => null;

        public string ContentHash(ModelSource source) => source.Endpoint!.ContentHash;

        public Task<IChatClient> ConnectAsync(ModelSource source, CancellationToken cancellationToken)
        {
            Connections++;
            return Task.FromResult<IChatClient>(this);
        }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked = options;
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Join('|', messages.Select(m => $"{m.Role}: {m.Text}")))));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
