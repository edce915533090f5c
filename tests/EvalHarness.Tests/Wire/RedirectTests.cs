using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

public class RedirectTests
{
    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task Keys_and_questions_go_nowhere_that_the_experiment_does_not_name(object settings)
    {
        await using var elsewhere = await StubServer.StartAsync();
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Redirect($"{elsewhere.Url}/v1/chat/completions")) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);

        Assert.That(elsewhere.Received, Is.Empty);
        Assert.That($"{trace.Error}", Does.StartWith("endpoint: stub: ").And.Contain("307").And.Contain(elsewhere.Url));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }
}
