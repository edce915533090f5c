using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>What goes wrong at the embedder and at the re-ranker while a question is answered.</summary>
public class RetrievalFaultTests
{
    private const string Question = "How long is a reset link valid?";

    private static readonly Dictionary<string, string> Paths = new() { ["embedding"] = "/v1/embeddings", ["rerank"] = "/v1/rerank", ["chat"] = "/v1/chat/completions" };

    public static IEnumerable<TestCaseData> Passing => Cases(
        ("429", Fault.TooManyRequests(RetryAfter.Milliseconds(20))),
        ("500", Fault.Status(500)),
        ("503", Fault.Status(503)),
        ("reset", Fault.ResetBeforeHeaders),
        ("reset", Fault.ResetMidStream),
        ("truncated", Fault.Truncated));

    public static IEnumerable<TestCaseData> Final => Cases(("400", Fault.Status(400, Said)), ("401", Fault.Status(401, Said)), ("404", Fault.Status(404, Said)), ("422", Fault.Status(422, Said)));

    private const string Said = "the server's own words";

    [TestCaseSource(nameof(Passing))]
    public async Task What_may_pass_is_tried_again_and_the_row_is_answered(string kind, string status, object fault)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = At(kind, new FaultScript((Fault)fault)) });
        using var wire = new WireRetrieval(stub);

        var trace = (await wire.CallAsync(Question)).Trace;

        Assert.That(trace.Answer, Is.Not.Null, $"{trace.Error}");
        Assert.That(trace.Answer!.Passages!.Single().Document, Is.EqualTo("link"));
        Assert.That(trace.Calls.Select(c => c.Kind), Is.EqualTo(new[] { "embedding", "rerank", "chat" }));
        foreach (var call in trace.Calls)
            Assert.That(call.Tries.Select(t => t.Status), Is.EqualTo(call.Kind == kind ? [status, "ok"] : new[] { "ok" }), call.Kind);
        var failed = trace.Calls.Single(c => c.Kind == kind);
        Assert.That(failed.Tries[0].Reason, Is.Not.Empty);
        Assert.That(failed.Tries[1].Waited, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(failed.LostTime, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(failed.Usage!.Input, Is.GreaterThan(0));
        Assert.That(await QuestionsAsync(stub, kind), Is.EqualTo(2));
    }

    [TestCaseSource(nameof(Final))]
    public async Task What_will_not_pass_is_not_tried_again_and_the_model_is_not_asked(string kind, string status, object fault)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = At(kind, new FaultAlways((Fault)fault)) });
        using var wire = new WireRetrieval(stub);

        var trace = (await wire.CallAsync(Question)).Trace;

        Assert.That(trace.Answer, Is.Null);
        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain(status).And.Contain("1 try").And.Contain(Said));
        Assert.That(trace.Calls[^1], Has.Property("Kind").EqualTo(kind).And.Property("Usage").Null);
        Assert.That(trace.Calls[^1].Tries.Select(t => t.Status), Is.EqualTo(new[] { status }));
        Assert.That(await QuestionsAsync(stub, kind), Is.EqualTo(1));
        Assert.That((await stub.QuietCountsAsync()).RequestsByPath.Keys, Has.None.EqualTo(Paths["chat"]));
    }

    [TestCase("embedding")]
    [TestCase("rerank")]
    public async Task What_stays_broken_is_left_after_the_last_try(string kind)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = At(kind, new FaultAlways(Fault.Truncated)) });
        using var wire = new WireRetrieval(stub);

        var trace = (await wire.CallAsync(Question)).Trace;

        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain("reply cut off after 3 tries"));
        Assert.That(trace.Calls[^1].Tries.Select(t => t.Status), Is.EqualTo(Enumerable.Repeat("truncated", 3)));
        Assert.That(await QuestionsAsync(stub, kind), Is.EqualTo(3));
    }

    [TestCase("embedding")]
    [TestCase("rerank")]
    public async Task A_bad_key_stops_the_pipeline_after_three_calls(string kind)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = At(kind, new FaultAlways(Fault.Status(401))) });
        using var wire = new WireRetrieval(stub);

        EndpointStoppedException? stopped = null;
        for (var i = 0; stopped is null && i < 10; i++)
            stopped = (await wire.CallAsync($"Question {i}?")).Stopped;

        Assert.That(stopped?.Reason, Does.Contain("401").And.Contain("key_env"));
        // Each question is embedded before it is re-ranked, at the same endpoint: that this succeeds proves nothing for the re-ranker.
        Assert.That(await QuestionsAsync(stub, kind), Is.EqualTo(3));
    }

    // The index is embedded in one call of two texts; a question is one.
    private static FaultWhere At(string kind, IFaults faults) => new(r => r.Path == Paths[kind] && (kind == "rerank" || r.Messages.Count == 1), faults);

    private static async Task<int> QuestionsAsync(StubServer stub, string kind) =>
        (await stub.QuietCountsAsync()).RequestsByPath[Paths[kind]] - (kind == "embedding" ? 1 : 0);

    private static IEnumerable<TestCaseData> Cases(params (string Status, Fault Fault)[] faults) =>
        from kind in new[] { "embedding", "rerank" }
        from fault in faults.Index()
        select new TestCaseData(kind, fault.Item.Status, fault.Item.Fault).SetArgDisplayNames(kind, fault.Item.Status, $"{fault.Index}");
}
