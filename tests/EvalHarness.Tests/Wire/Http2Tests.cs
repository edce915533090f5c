using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

public class Http2Tests
{
    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task Over_tls_it_is_agreed_on(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Protocol = StubProtocol.Http2OverTls });

        var trace = await WirePipeline.AskAsync(stub, (WireSettings)settings with { Transport = Trusting() });

        Assert.That(trace.Error, Is.Null);
        Assert.That(stub.Received.Single().Protocol, Is.EqualTo("HTTP/2"));
    }

    [Test]
    public async Task Without_tls_the_experiment_has_to_say_so([Values] bool said)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Protocol = StubProtocol.Http2 });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings { Http2 = said });

        Assert.That(trace.Answer is not null, Is.EqualTo(said), $"{trace.Error}");
    }

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task A_call_whose_stream_is_reset_is_tried_again_and_its_neighbours_are_not(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions
        {
            Protocol = StubProtocol.Http2OverTls,
            Faults = new FaultWhere(r => r.LastTurn.Contains("odd", StringComparison.Ordinal), new FaultScript(Fault.ResetMidStream, Fault.ResetBeforeHeaders)),
        });
        using var wire = new WirePipeline(stub, (WireSettings)settings with { Transport = Trusting() });

        var traces = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => wire.AskAsync($"Question {i} {(i % 2 == 0 ? "even" : "odd")}?")));

        Assert.That(traces.Where(t => t.Error is not null).Select(t => $"{t.Error}"), Is.Empty);
        Assert.That(traces.Select(t => t.Tries().Count), Is.EqualTo(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1 : 3)));
        Assert.That(traces.SelectMany(t => t.Statuses()).Distinct(), Is.SubsetOf(["ok", "reset", "truncated"]));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(40));
    }

    [Test]
    public async Task A_certificate_that_nobody_has_signed_is_not_trusted()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Protocol = StubProtocol.Http2OverTls });

        var trace = await WirePipeline.AskAsync(stub, new WireSettings());

        Assert.That(trace.Statuses(), Is.EqualTo(new[] { "unreachable" }));
        Assert.That($"{trace.Error}", Does.Contain("certificate"));
        Assert.That(stub.Received, Is.Empty);
    }

    private static SocketsHttpHandler Trusting()
    {
        var transport = new SocketsHttpHandler();
        transport.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=127.0.0.1";
        return transport;
    }
}
