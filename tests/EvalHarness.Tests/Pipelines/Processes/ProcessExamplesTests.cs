using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Processes;

namespace EvalHarness.Tests.Pipelines.Processes;

/// <summary>The examples beside docs/process-protocol.md run as they stand.</summary>
public class ProcessExamplesTests
{
    [Test]
    public Task The_Python_example_answers()
    {
        Programs.NeedPython();

        return AssertAnswersAsync("answer.py", """["python3", "answer.py"]""");
    }

    [Test]
    [CancelAfter(300_000)]
    public Task The_CSharp_example_answers(CancellationToken cancellationToken)
    {
        _ = cancellationToken;

        return AssertAnswersAsync("Answer.cs", """["dotnet", "run", "Answer.cs"]""");
    }

    // A folder of its own: this repository's build settings are not the example's.
    private static async Task AssertAnswersAsync(string file, string command)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, File.ReadAllText(Path.Combine(Repository.Root, "docs", "examples", "process", file)));
        var settings = JsonNode.Parse($$"""{ "kind": "process", "version": "1", "command": {{command}}, "start_seconds": 240, "environment": { "DOTNET_NOLOGO": "1", "DOTNET_CLI_TELEMETRY_OPTOUT": "1" } }""")!.AsObject();
        using var factory = new ProcessPipelineFactory(allowed: true, TimeProvider.System);
        var pipeline = await factory.BuildAsync(new PipelineSpec("example", "process", folder.FullPath, settings, new Dictionary<string, string>()), CancellationToken.None);

        foreach (var (question, document) in new[] { ("How long is a reset link valid?", "password-reset"), ("How long is an export kept?", "export") })
        {
            var request = new PipelineRequest(question, [new Message("user", question)], new Dictionary<string, string>(), null);
            var answer = await pipeline.AnswerAsync(request, new StageClock(TimeProvider.System), CancellationToken.None);

            Assert.That(answer.Citations, Is.EqualTo([document]), question);
            Assert.That(answer.Text, Is.EqualTo(answer.Passages!.Single().Text));
            Assert.That(answer.Usage!.Input, Is.GreaterThan(answer.Usage.Output));
        }
    }
}
