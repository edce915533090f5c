using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

public class StatusFaultTests
{
    public static IEnumerable<TestCaseData> Retried => WireSettings.With(408, 425, 429, 500, 502, 503, 504, 529);

    public static IEnumerable<TestCaseData> Final => WireSettings.With(400, 401, 403, 404, 422);

    [TestCaseSource(nameof(Retried))]
    public async Task A_status_that_may_pass_is_tried_again_and_recorded(object settings, int status)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultScript(Fault.Status(status)) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Answer, Is.Not.Null, $"{trace.Error}");
        Assert.That(trace.Answer!.Text, Does.StartWith("You said: "));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { $"{status}", "ok" }));
        Assert.That(trace.Tries()[0].Reason, Is.Not.Empty);
        Assert.That(trace.Tries()[1].Waited, Is.GreaterThan(TimeSpan.Zero));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(2));
    }

    [TestCaseSource(nameof(Final))]
    public async Task A_status_that_will_not_pass_is_not_tried_again(object settings, int status)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Status(status, "the server's own words")) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(trace.Answer, Is.Null);
        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain($"{status}").And.Contain("the server's own words"));
        Assert.That(trace.Statuses(), Is.EqualTo(new[] { $"{status}" }));
        Assert.That(trace.Call().Usage, Is.Null);
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_server_that_stays_broken_is_left_after_the_last_try(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Status(503, "overloaded today")) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain("5 tries").And.Contain("503").And.Contain("overloaded today"));
        Assert.That(trace.Statuses(), Is.EqualTo(Enumerable.Repeat("503", 5)));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(5));
    }
}
