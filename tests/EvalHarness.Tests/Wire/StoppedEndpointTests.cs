using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

public class StoppedEndpointTests
{
    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task An_endpoint_with_a_bad_key_is_called_three_times_and_never_again(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Key = "the-right-key" });
        using var wire = new WirePipeline(stub, (WireSettings)settings);

        for (var i = 0; i < 3; i++)
            await wire.CallAsync($"Question {i}?");
        var fourth = await wire.CallAsync("Question 3?");

        Assert.That(fourth.Stopped, Is.Not.Null);
        Assert.That(fourth.Stopped!.Endpoint, Is.EqualTo("stub"));
        Assert.That(fourth.Stopped.Reason, Does.Contain("401"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(3));
    }

    [Test]
    public async Task An_unknown_model_stops_the_endpoint()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Models = ["another-model"] });
        using var wire = new WirePipeline(stub, new WireSettings());

        for (var i = 0; i < 3; i++)
            await wire.CallAsync($"Question {i}?");

        Assert.That((await wire.CallAsync("Question 3?")).Stopped?.Reason, Does.Contain("404").And.Contain("some-model"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(3));
    }

    [Test]
    public async Task A_pipeline_with_an_unknown_model_is_stopped_though_others_at_the_endpoint_are_answered()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Models = ["reader", "embedder", "ranker"] });
        const string Unknown = "  unknown: { model: { endpoint: local, name: rader } }";
        using var experiment = new WireExperiment(stub, "concurrency: 1", samples: 8, articles: 1, WireExperiment.Plain, Unknown);

        var result = await experiment.EvaluateAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(experiment.Manifest.Stops!.Single().Message, Does.Contain("Pipeline 'unknown' was stopped").And.Contain("the model rader").And.Contain("404"));
        Assert.That(experiment.Rows("samples.csv").Count(r => r["pipeline"] == "plain" && r["status"] == "answered"), Is.EqualTo(8));
        Assert.That((await stub.QuietCountsAsync()).Status(404), Is.EqualTo(3));
    }

    [Test]
    public async Task A_server_that_is_only_broken_now_stops_nothing()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Status(500)) });
        using var wire = new WirePipeline(stub, new WireSettings { Tries = new() { Count = 1 } });

        for (var i = 0; i < 5; i++)
            Assert.That((await wire.CallAsync($"Question {i}?")).Stopped, Is.Null);

        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(5));
    }
}
