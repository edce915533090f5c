using EvalHarness.Stub;
using EvalHarness.Stub.Faults;
using EvalHarness.Tests.Wire;

namespace EvalHarness.Tests.Cli;

/// <summary>What leaves over OTLP, and when nothing does. The variables are the process's: not beside other tests.</summary>
[NonParallelizable]
internal sealed class TelemetryExportTests
{
    private const string Target = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Header = "OTEL_EXPORTER_OTLP_HEADERS";

    private CommandLine cli = null!;
    private OtlpCollector collector = null!;

    [SetUp]
    public void Start() => (cli, collector) = (new CommandLine(), new OtlpCollector());

    [TearDown]
    public void Stop()
    {
        foreach (var variable in new[] { Target, Protocol, Header, PlantedSecrets.KeyVariable })
            Environment.SetEnvironmentVariable(variable, null);
        collector.Dispose();
        cli.Dispose();
    }

    [Test]
    public async Task Spans_of_samples_and_stages_metrics_and_scores_are_exported_without_content()
    {
        Point();

        var result = await cli.EvaluateAsync("--set", "telemetry.export=otlp");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(collector.Received("traces"), Does.Contain("sample").And.Contain("stage search").And.Contain("stage generate").And.Contain("evalharness.sample.id").And.Contain("evaluate "));
        Assert.That(collector.Received("metrics"), Does.Contain("evalharness.sample.duration"));
        Assert.That(collector.Received("logs"), Does.Contain("gen_ai.evaluation.result").And.Contain("gen_ai.evaluation.name").And.Contain("gen_ai.evaluation.score.value").And.Contain("groundedness-corpus"));
        Assert.That(All, Does.Not.Contain("How long is reset link").And.Not.Contain("30 minutes").And.Not.Contain("gen_ai.evaluation.explanation").And.Not.Contain("planted"));
    }

    [Test]
    public async Task Reasons_are_exported_when_content_is_asked_for()
    {
        Point();

        await cli.EvaluateAsync("--set", "telemetry={ export: otlp, content: true }");

        Assert.That(collector.Received("logs"), Does.Contain("gen_ai.evaluation.explanation"));
    }

    [Test]
    public async Task Nothing_is_exported_that_the_experiment_does_not_ask_for()
    {
        Point();

        await cli.EvaluateAsync();

        Assert.That(All, Is.Empty);
    }

    [Test]
    public async Task Without_a_target_nothing_is_exported_and_that_is_said()
    {
        var result = await cli.EvaluateAsync("--set", "telemetry.export=otlp");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("telemetry: the experiment asks for otlp, but no OTEL_EXPORTER_OTLP_* variable is set: nothing is exported"));
    }

    [Test]
    public async Task A_key_that_a_failing_server_repeats_is_not_exported()
    {
        Point();
        Environment.SetEnvironmentVariable(PlantedSecrets.KeyVariable, PlantedSecrets.Key);
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultAlways(Fault.Status(500)), EchoesHeaders = true });
        using var experiment = new WireExperiment(stub, "concurrency: 2", samples: 2, articles: 1, WireExperiment.Plain, WireExperiment.Rag);

        await experiment.EvaluateAsync("--set", "telemetry={ export: otlp, content: true }", "--set", $"endpoints.local.key_env={PlantedSecrets.KeyVariable}");

        Assert.That(experiment.Text("samples.csv"), Does.Contain("Authorization: Bearer ***"), "the server repeats what it is sent");
        Assert.That(collector.Received("traces"), Does.Contain("chat reader").And.Contain("Authorization"), "its words are exported");
        Assert.That(PlantedSecrets.In(All), Is.Empty);
    }

    private string All => collector.Received("traces") + collector.Received("metrics") + collector.Received("logs");

    private void Point()
    {
        Environment.SetEnvironmentVariable(Target, collector.Url);
        Environment.SetEnvironmentVariable(Protocol, "http/protobuf");
        Environment.SetEnvironmentVariable(Header, "x-key=planted");
    }
}
