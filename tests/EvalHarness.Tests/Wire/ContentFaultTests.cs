using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>The server answers with 200, and with something else than a proper answer.</summary>
public class ContentFaultTests
{
    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_page_in_place_of_an_answer_is_unreadable_and_its_start_is_shown(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.WrongContentType) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Answer, Is.Null);
        Assert.That(trace.Statuses().Distinct(), Is.EqualTo(new[] { "unreadable" }));
        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain("text/html"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(trace.Tries().Count));
    }

    [TestCase("openai")]
    [TestCase("azure-openai")]
    [TestCase("anthropic")]
    [TestCase("http")]
    public async Task A_server_that_does_not_stream_is_told_of_once(string provider)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Unstreamed) });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings(provider, Stream: true));

        Assert.That($"{trace.Error}", Does.StartWith("endpoint: ").And.Contain("application/json").And.Contain("stream:"));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "unreadable" }));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_megabyte_is_an_answer_like_any_other(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultScript(Fault.Long(1 << 20)) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Answer?.Text, Has.Length.EqualTo(1 << 20), $"{trace.Error}");
        Assert.That(trace.Call().Usage!.Output, Is.EqualTo(1 << 18));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task Bytes_that_are_no_utf8_show_in_the_answer_or_are_the_endpoints_failure(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.InvalidUtf8) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        // It is the SDK's choice: to put a mark in their place, or not to read the reply.
        if (trace.Answer is { } answer)
            Assert.That(answer.Text, Does.Contain("\uFFFD").And.Contain("You said: "));
        else
            Assert.That($"{trace.Error}", Does.StartWith("endpoint: ").And.Not.Contain("Exception"));
        Assert.That(trace.Tries(), Has.Count.EqualTo(1));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.Models))]
    public async Task A_refusal_is_an_answer_or_says_that_it_is_none(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Refusal) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        // OpenAI's refusal has words of its own, Anthropic's only a reason, which its SDK takes for a filter's.
        if (((WireSettings)settings).Provider == "anthropic")
            Assert.That($"{trace.Error}", Does.Contain("content_filter"));
        else
            Assert.That(trace.Answer, Has.Property("Text").EqualTo("I cannot help with that.").And.Property("FinishReason").EqualTo("refusal"));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "ok" }));
        Assert.That(trace.Call().Usage, Is.Not.Null, "it is paid for");
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.Models))]
    public async Task A_reply_without_a_choice_is_not_asked_for_again(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.EmptyChoices) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Answer, Is.Null);
        Assert.That(trace.Error!.Message, Is.Not.Empty.And.Not.Contain("Exception"));
        Assert.That(trace.Error.Kind, Is.EqualTo("endpoint").Or.EqualTo("empty"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.Models))]
    public async Task A_tool_call_in_place_of_an_answer_names_the_tool_and_is_paid_for(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.ToolCall) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Error!.Message, Does.Contain("'look_up'").And.Not.Contain("Exception"));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "ok" }));
        Assert.That(trace.Call().Usage, Is.Not.Null);
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.Models))]
    public async Task An_answer_that_was_cut_short_says_so(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Finish("length")) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Answer, Has.Property("FinishReason").EqualTo("length"));
    }

    [TestCase("length", "length")]
    [TestCase("content_filter", "content_filter")]
    public async Task Nothing_but_a_reason_is_an_error_with_that_reason(string reason, string shown)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Finish(reason, text: "")) });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings());

        Assert.That(trace.Error!.Message, Does.Contain(shown).And.Not.Contain("Exception"));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "ok" }));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.Models))]
    public async Task What_was_used_is_in_normal_form_whoever_says_it(object settings)
    {
        var reply = new StubReply("30 minutes.") { InputTokens = 1000, OutputTokens = 200, CachedTokens = 640, CacheWriteTokens = 60, ReasoningTokens = 150 };
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(reply) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Call().Usage, Has.Property("Input").EqualTo(1000).And.Property("Output").EqualTo(200).And.Property("CacheRead").EqualTo(640));
        Assert.That(trace.Call().Usage, ((WireSettings)settings).Provider == "anthropic" ? Has.Property("CacheWrite").EqualTo(60) : Has.Property("Reasoning").EqualTo(150));
        Assert.That(trace.Answer!.Usage, Is.EqualTo(trace.Call().Usage));
    }

    [Test]
    public async Task What_was_used_is_unknown_where_nobody_says_it([Values] bool stream)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.NoUsage) });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings(Stream: stream));

        Assert.That(trace.Answer, Is.Not.Null, $"{trace.Error}");
        Assert.That(trace.Call().Usage, Is.Null);
        Assert.That(trace.Answer!.Usage, Is.Null);
    }
}
