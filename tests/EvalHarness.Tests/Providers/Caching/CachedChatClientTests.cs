using System.Text.Json.Nodes;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Caching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Providers.Caching;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CachedChatClientTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly List<string> said = [];
    private readonly ResponseCache cache;
    private int calls;
    private Func<int, Task> gate = _ => Task.CompletedTask;

    public CachedChatClientTests() => cache = new ResponseCache(folder["responses.db"], new CacheLimits(), time, said.Add);

    public void Dispose()
    {
        cache.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task A_hit_is_the_same_answer_with_the_original_usage_and_time_and_is_flagged()
    {
        var (first, _) = await AskAsync(Client(SomeCache.Model()));
        var (second, log) = await AskAsync(Client(SomeCache.Model()));

        Assert.That((calls, second.Text, second.ModelId), Is.EqualTo((1, first.Text, first.ModelId)));
        Assert.That((second.Usage!.InputTokenCount, second.Usage.OutputTokenCount), Is.EqualTo(((long?)100, (long?)20)));
        var call = log.Calls.Single();
        Assert.That((call.FromCache, call.ServiceTime, call.FirstToken, call.Usage, call.Tries.Count), Is.EqualTo((true, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), new TokenUsage(100, 20), 0)));
    }

    [Test]
    public async Task A_miss_stands_in_the_log_as_it_was_made()
    {
        var (_, log) = await AskAsync(Client(SomeCache.Model()));

        Assert.That(log.Calls.Select(c => (c.FromCache, c.Tries.Count)), Is.EqualTo(new[] { (false, 1) }));
    }

    [TestCase("another", null, null)]
    [TestCase("small", "http://127.0.0.1:2/v1", null)]
    [TestCase("small", null, "extra_body")]
    [TestCase("small", null, "temperature")]
    [TestCase("small", null, "max_tokens_field")]
    public async Task Two_models_on_one_cache_never_share_an_answer(string name, string? url, string? option)
    {
        var options = option switch
        {
            "extra_body" => new ModelOptions { ExtraBody = new JsonObject { ["top_k"] = 1 } },
            "temperature" => new ModelOptions { Temperature = 0.5f },
            "max_tokens_field" => new ModelOptions { MaxTokensField = "max_tokens" },
            _ => new ModelOptions(),
        };
        await AskAsync(Client(SomeCache.Model()));

        var (reply, log) = await AskAsync(Client(SomeCache.Model(name, url ?? "http://127.0.0.1:1/v1", options)));

        Assert.That((calls, reply.Text, log.Calls.Single().FromCache), Is.EqualTo((2, "reply 2", false)));
    }

    [Test]
    public async Task What_a_model_is_priced_as_changes_no_answer()
    {
        await AskAsync(Client(SomeCache.Model()));
        await AskAsync(Client(SomeCache.Model(options: new ModelOptions { PriceAs = "gpt" })));

        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Repetitions_are_answered_one_by_one_and_each_is_kept()
    {
        var client = Client(SomeCache.Model());
        string[] first = [(await AskAsync(client, repeat: 0)).Reply.Text, (await AskAsync(client, repeat: 1)).Reply.Text];

        string[] again = [(await AskAsync(client, repeat: 0)).Reply.Text, (await AskAsync(client, repeat: 1)).Reply.Text];

        Assert.That(first, Is.EqualTo(new[] { "reply 1", "reply 2" }));
        Assert.That((again, calls), Is.EqualTo((first, 2)));
    }

    [TestCase("Why?", null)]
    [TestCase("How?", 0.7f)]
    public async Task Another_request_is_another_answer(string question, float? temperature)
    {
        await AskAsync(Client(SomeCache.Model()));

        await AskAsync(Client(SomeCache.Model()), question: question, options: new ChatOptions { Temperature = temperature });

        Assert.That(calls, Is.EqualTo(2));
    }

    [Test]
    public async Task Equal_requests_at_one_time_make_one_call()
    {
        var open = new TaskCompletionSource();
        gate = _ => open.Task;
        var client = Client(SomeCache.Model());

        var asking = Enumerable.Range(0, 20).Select(_ => AskAsync(client)).ToList();
        open.SetResult();
        var answers = await Task.WhenAll(asking);

        Assert.That(calls, Is.EqualTo(1));
        Assert.That(answers.Select(a => a.Reply.Text), Is.All.EqualTo("reply 1"));
        Assert.That(answers.Count(a => !a.Log.Calls.Single().FromCache), Is.EqualTo(1));
    }

    [Test]
    public async Task When_the_first_of_equal_requests_fails_the_next_one_tries()
    {
        var open = new TaskCompletionSource();
        gate = async call =>
        {
            await open.Task;
            if (call == 1)
                throw new InvalidOperationException("503");
        };
        var client = Client(SomeCache.Model());

        var (first, second) = (AskAsync(client), AskAsync(client));
        open.SetResult();

        Assert.That(() => first, Throws.InvalidOperationException);
        Assert.That((await second).Reply.Text, Is.EqualTo("reply 2"));
        Assert.That((await AskAsync(client)).Reply.Text, Is.EqualTo("reply 2"));
    }

    [Test]
    public async Task Whoever_gives_up_waiting_leaves_the_others_alone()
    {
        var open = new TaskCompletionSource();
        gate = _ => open.Task;
        var client = Client(SomeCache.Model());
        using var impatient = new CancellationTokenSource();
        var first = AskAsync(client);
        var second = AskAsync(client, token: impatient.Token);

        await impatient.CancelAsync();
        open.SetResult();

        Assert.That(() => second, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await first).Reply.Text, Is.EqualTo("reply 1"));
    }

    [Test]
    public async Task Written_and_not_read_means_called_anew_and_kept()
    {
        await AskAsync(Client(SomeCache.Model()));

        var written = await AskAsync(Client(SomeCache.Model(), CacheMode.Write));
        var read = await AskAsync(Client(SomeCache.Model()));

        Assert.That((written.Reply.Text, read.Reply.Text), Is.EqualTo(("reply 2", "reply 2")));
    }

    [Test]
    public async Task Off_means_neither_used_nor_kept()
    {
        await AskAsync(Client(SomeCache.Model(), CacheMode.Off));
        await AskAsync(Client(SomeCache.Model()));

        Assert.That(calls, Is.EqualTo(2));
    }

    [Test]
    public async Task Warming_up_goes_past_the_cache()
    {
        var client = Client(SomeCache.Model());
        for (var i = 0; i < 2; i++)
            await AskAsync(client, repeat: CallLog.WarmUp);

        Assert.That(calls, Is.EqualTo(2));
        Assert.That(cache.Statistics().Replies, Is.Zero);
    }

    [Test]
    public async Task A_streamed_answer_is_kept_once_it_is_whole()
    {
        var client = Client(SomeCache.Model());
        await StreamAsync(client, pieces: 1);
        Assert.That(cache.Statistics().Replies, Is.Zero);

        var made = await StreamAsync(client, pieces: int.MaxValue);
        var found = await StreamAsync(client, pieces: int.MaxValue);

        Assert.That((made.Text, found.Text), Is.EqualTo(("reply 2", "reply 2")));
        Assert.That((found.Log.Calls.Single().FromCache, calls), Is.EqualTo((true, 2)));
    }

    [Test]
    public async Task Neither_question_nor_key_nor_header_stands_in_the_file()
    {
        var endpoint = new NamedEndpoint("main", new EndpointOptions { Provider = "openai", Url = "http://127.0.0.1:1/v1?key=planted-1", Headers = new Dictionary<string, string> { ["x-key"] = "planted-2" } });
        var model = CachedModel.Of(new ModelSource(new ModelOptions { Name = "small" }, "/x", endpoint), endpoint);
        await AskAsync(Client(model), question: "planted-3");
        cache.Dispose();

        var file = string.Concat(Directory.GetFiles(folder.FullPath).Select(f => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f))));

        Assert.That(file, Does.Contain("reply 1").And.Not.Contain("planted"));
    }

    private CachedChatClient Client(CachedModel model, CacheMode mode = CacheMode.Read) => new(new Counting(this), cache, model, mode, time);

    private static async Task<(ChatResponse Reply, CallLog Log)> AskAsync(CachedChatClient client, int repeat = 0, string question = "How?", ChatOptions? options = null, CancellationToken token = default)
    {
        var log = new CallLog(repeat);
        return (await client.GetResponseAsync([new ChatMessage(ChatRole.User, question)], (options ?? new ChatOptions()).With(log), token), log);
    }

    private static async Task<(string Text, CallLog Log)> StreamAsync(CachedChatClient client, int pieces)
    {
        var log = new CallLog();
        var updates = await client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "How?")], new ChatOptions().With(log)).Take(pieces).ToListAsync();
        return (string.Concat(updates.Select(u => u.Text)), log);
    }

    private sealed class Counting(CachedChatClientTests owner) : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var call = Interlocked.Increment(ref owner.calls);
            await owner.gate(call);
            Log(options);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, $"reply {call}")) { ModelId = "small-1", Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 } };
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).Text.Split(' ').Select((word, i) => new ChatResponseUpdate(ChatRole.Assistant, i == 0 ? word : $" {word}")))
                yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static void Log(ChatOptions? options) => CallLogOptions.CallLogIn(options?.AdditionalProperties)!.Add(new ModelCall
        {
            Kind = "chat",
            Endpoint = "main",
            Model = "small-1",
            Usage = new TokenUsage(100, 20),
            ServiceTime = TimeSpan.FromSeconds(2),
            FirstToken = TimeSpan.FromSeconds(1),
            Tries = [new Try(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.FromSeconds(2), "ok", null)],
        });
    }
}
