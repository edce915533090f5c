using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

public class TransportFaultTests
{
    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_connection_that_is_reset_before_the_answer_is_tried_again(object settings)
    {
        await Once(Fault.ResetBeforeHeaders, (WireSettings)settings, "reset");
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_connection_that_is_reset_in_the_middle_of_the_answer_is_tried_again(object settings)
    {
        await Once(Fault.ResetMidStream, (WireSettings)settings, "reset");
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task An_answer_that_stops_in_the_middle_is_tried_again(object settings)
    {
        await Once(Fault.Truncated, (WireSettings)settings, "truncated");
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_server_that_hangs_is_left_after_the_time_of_a_try(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultScript(Fault.Hang) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings with { Tries = new() { FirstWaitSeconds = 0.01, TrySeconds = 1 } });

        Assert.That(trace.Answer, Is.Not.Null, $"{trace.Error}");
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "timeout", "ok" }));
        Assert.That(trace.Tries()[0].Duration.TotalSeconds, Is.EqualTo(1).Within(0.4));
        Assert.That(trace.Call().LostTime, Is.GreaterThan(TimeSpan.FromSeconds(0.9)));
        Assert.That(trace.ServiceLatency, Is.LessThan(TimeSpan.FromSeconds(0.9)));
        Assert.That(trace.FeltLatency, Is.GreaterThan(TimeSpan.FromSeconds(1)));
        Assert.That((await stub.QuietCountsAsync()).Statuses["hang"], Is.EqualTo(1));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_slow_first_byte_is_the_services_own_time(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultScript(Fault.Slow(TimeSpan.FromMilliseconds(300))) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "ok" }));
        Assert.That(trace.Call().ServiceTime, Is.GreaterThan(TimeSpan.FromMilliseconds(290)));
        Assert.That(trace.Call().LostTime, Is.EqualTo(TimeSpan.Zero));
        Assert.That(trace.Call().FirstToken > TimeSpan.FromMilliseconds(290), Is.EqualTo(((WireSettings)settings).Stream));
    }

    [Test]
    public async Task The_first_token_comes_before_the_last()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { PieceDelay = TimeSpan.FromMilliseconds(60), Answerer = StubAnswerers.Saying(new StubReply("one two three four five six seven eight nine ten")) });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings(Stream: true));

        Assert.That(trace.Call().FirstToken, Is.LessThan(trace.Call().ServiceTime - TimeSpan.FromMilliseconds(100)));
    }

    [Test]
    public async Task A_stream_that_stalls_is_left_after_the_time_of_a_try()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { PieceDelay = TimeSpan.FromSeconds(20) });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings(Stream: true) { Tries = new() { Count = 2, FirstWaitSeconds = 0.01, TrySeconds = 0.5 } });

        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "timeout", "timeout" }));
        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain("2 tries"));
    }

    [Test]
    public async Task The_time_of_a_call_ends_its_tries()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Status(500)) });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings { Tries = new() { Count = 100, FirstWaitSeconds = 0.2, LongestWaitSeconds = 0.2, TotalSeconds = 1 } });

        Assert.That(trace.Statuses().Distinct(), Is.EqualTo(new[] { "500" }));
        Assert.That(trace.FeltLatency, Is.LessThan(TimeSpan.FromSeconds(1.5)));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(trace.Tries().Count).And.InRange(3, 20));
    }

    [Test]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        var stub = await StubServer.StartAsync();
        using var wire = new WirePipeline(stub, new WireSettings { Tries = new TryOptions { Count = 2, FirstWaitSeconds = 0.01 } });
        await stub.DisposeAsync();

        var trace = await wire.AskAsync();

        Assert.That(trace.Statuses().Distinct(), Is.EqualTo(new[] { "unreachable" }));
        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: "));
    }

    private static async Task Once(Fault fault, WireSettings settings, string status)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultScript(fault) });

        var trace = await WirePipeline.AskAsync(stub, settings);

        Assert.That(trace.Answer, Is.Not.Null, $"{trace.Error}");
        Assert.That(trace.Answer!.Text, Does.StartWith("You said: "));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { status, "ok" }));
        Assert.That(trace.Tries()[0].Reason, Is.Not.Empty);
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(2));
    }
}
