using System.Text.Json.Nodes;
using EvalHarness.Tests.Providers.Models;

namespace EvalHarness.Tests.Cli;

internal sealed class DoctorTests
{
    private static readonly WireReply Obedient = WireReply.OpenAi("""{"role":"assistant","content":"{\"word\":\"ok\"}"}""");

    [Test]
    public async Task Each_model_is_asked_once_and_shown()
    {
        using var cli = new CommandLine();
        await using var wire = await ModelWire.StartAsync(Obedient);
        WriteExperiment(cli, wire.Url);

        var result = await cli.RunAsync("doctor", cli.Experiment);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("prompted, rag").And.Contain("m1-2026").And.Contain("obeyed").And.Contain("input, output"));
        Assert.That(result.Output, Does.Contain("no chat model is asked there: unused."));
        Assert.That(wire.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_model_that_fails_is_said_and_exits_3()
    {
        using var cli = new CommandLine();
        await using var wire = await ModelWire.StartAsync(new WireReply("{}", Status: 401));
        WriteExperiment(cli, wire.Url);

        var result = await cli.RunAsync("doctor", cli.Experiment, "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(JsonNode.Parse(result.Output)![0]!["problem"]!.GetValue<string>(), Does.Contain("401"));
    }

    [Test]
    public async Task An_experiment_without_endpoints_calls_nothing()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("doctor", cli.Experiment);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("there is nothing to try"));
    }

    private static void WriteExperiment(CommandLine cli, string url) => cli.Folder.Write(
        "experiment.yaml",
        $$"""
        name: small
        dataset: samples.jsonl
        corpus: corpus
        baseline: base
        endpoints:
          here: { provider: openai, url: {{url}}/v1 }
          unused: { provider: openai, url: {{url}}/v2 }
        pipelines:
          base: { model: { provider: embedded, name: untuned } }
          prompted: { model: { endpoint: here, name: m1 }, context: all, corpus: corpus }
          rag: { model: { endpoint: here, name: m1 }, retrieval: { corpus: corpus } }
        """);
}
