using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <remarks>A timer may fire a few milliseconds early: what is waited may lack as much.</remarks>
public class RetryAfterTests
{
    private static readonly string[] Providers = ["openai", "azure-openai", "anthropic", "http"];

    [TestCaseSource(nameof(Providers))]
    public async Task Seconds_are_waited(string provider)
    {
        Assert.That(await WaitedAsync(new WireSettings(provider), RetryAfter.Seconds(1)), Is.InRange(0.98, 2.0));
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task Milliseconds_are_waited(object settings)
    {
        Assert.That(await WaitedAsync(settings, RetryAfter.Milliseconds(300)), Is.InRange(0.28, 0.9));
    }

    // An HTTP date counts in whole seconds: 2 s from now is between 1 and 2 s away, and so is the server's own Date.
    [TestCaseSource(nameof(Providers))]
    public async Task A_date_is_waited_for(string provider)
    {
        Assert.That(await WaitedAsync(new WireSettings(provider), RetryAfter.Date(TimeSpan.FromSeconds(2))), Is.InRange(0.98, 3.2));
    }

    [Test]
    public async Task Where_nothing_is_said_the_harness_waits_as_the_options_have_it()
    {
        Assert.That(await WaitedAsync(new WireSettings(), RetryAfter.None), Is.InRange(0.001, 0.3));
    }

    [Test]
    public async Task A_wait_beyond_reason_is_capped()
    {
        var settings = new WireSettings { Tries = new() { FirstWaitSeconds = 0.01, LongestWaitSeconds = 0.2 } };

        Assert.That(await WaitedAsync(settings, RetryAfter.Seconds(3600)), Is.InRange(0.1, 0.6));
    }

    private static async Task<double> WaitedAsync(object settings, RetryAfter retryAfter)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultScript(Fault.TooManyRequests(retryAfter)) });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings);
        var arrivals = stub.Received.Select(r => r.At).ToList();

        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "429", "ok" }));
        Assert.That(trace.Tries()[1].Waited.TotalSeconds, Is.EqualTo((arrivals[1] - arrivals[0]).TotalSeconds).Within(0.25), "what is recorded is what the server saw");
        return trace.Tries()[1].Waited.TotalSeconds;
    }
}
