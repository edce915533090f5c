using System.Text.Json.Nodes;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Metrics;
using EvalHarness.Tests.Pipelines.Processes;

namespace EvalHarness.Tests.Evaluators.Custom;

/// <summary>The metrics beside docs/process-protocol.md run as they stand.</summary>
public sealed class ProcessMetricExamplesTests
{
    private const string Tests = """if (Calculator.Add(2, 3) != 5) throw new Exception("2 + 3 is 5");""";

    [Test]
    public async Task The_Python_example_scores()
    {
        Programs.NeedPython();
        using var factory = new ProcessMetricFactory(allowed: true, TimeProvider.System);
        using var folder = new TemporaryFolder();
        var evaluator = Build(factory, folder, "score.py", """["python3", "score.py"]""", "ratio");

        Assert.That(await ScoreAsync(evaluator, "30 minutes."), Is.EqualTo((1.0, "2 words")));
        Assert.That(await ScoreAsync(evaluator, string.Join(' ', Enumerable.Repeat("so", 24))), Is.EqualTo((0.5, "24 words")));
        Assert.That(await ScoreAsync(evaluator, "I don't know."), Is.EqualTo(((double?)null, "the answer abstains")));
    }

    [Test]
    [CancelAfter(600_000)]
    public async Task Generated_code_is_compiled_and_tested(CancellationToken cancellationToken)
    {
        _ = cancellationToken;
        if (!LongTests.Includes(2))
            Assert.Ignore("builds four programs: ./test.sh --full tries it");
        using var factory = new ProcessMetricFactory(allowed: true, TimeProvider.System);
        using var folder = new TemporaryFolder();
        var evaluator = Build(factory, folder, "CompileAndTest.cs", """["dotnet", "run", "CompileAndTest.cs", "100"]""", "yes_no");

        var right = await ScoreAsync(evaluator, "Here it is:\n```csharp\nstatic class Calculator { public static int Add(int a, int b) => a + b; }\n```\nDone.", Tests);
        var wrong = await ScoreAsync(evaluator, "```csharp\nstatic class Calculator { public static int Add(int a, int b) => a - b; }\n```", Tests);
        var broken = await ScoreAsync(evaluator, "```csharp\nstatic class Calculator { public static int Add(int a, int b) => }\n```", Tests);
        var untested = await ScoreAsync(evaluator, "Prose.");

        Assert.That(right, Is.EqualTo((1.0, "compiles and passes its tests")));
        Assert.That(wrong.Value, Is.Zero);
        Assert.That(wrong.Reason, Does.StartWith("fails its tests: ").And.Contain("2 + 3 is 5"));
        Assert.That(broken.Value, Is.Zero);
        Assert.That(broken.Reason, Does.StartWith("does not compile: ").And.Contain("error CS"));
        Assert.That(untested.Reason, Is.EqualTo("the sample has no tests (expected.tests)"));
    }

    private static IEvaluator Build(ProcessMetricFactory factory, TemporaryFolder folder, string file, string command, string unit)
    {
        folder.Write(file, File.ReadAllText(Path.Combine(Repository.Root, "docs", "examples", "process", file)));
        var settings = JsonNode.Parse($$"""{ "kind": "process", "version": "1", "unit": "{{unit}}", "command": {{command}}, "start_seconds": 240, "timeout_seconds": 240, "environment": { "DOTNET_NOLOGO": "1", "DOTNET_CLI_TELEMETRY_OPTOUT": "1" } }""")!.AsObject();
        return factory.Build(new MetricSource("example", "process", folder.FullPath, settings), new AnswerReader(new AnswerContract()));
    }

    private static async Task<(double? Value, string? Reason)> ScoreAsync(IEvaluator evaluator, string answer, string? tests = null)
    {
        var sample = Some.Sample() with { Expected = tests is null ? null : new JsonObject { ["tests"] = tests } };
        var score = (await evaluator.EvaluateAsync(sample, Some.Trace(Some.Answer(answer)), CancellationToken.None)).Single();
        return (score.Value, score.Reason);
    }
}
