using System.Text.Json;

namespace EvalHarness.Tests.Cli;

internal sealed class ShowSampleCommandTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task A_sample_is_shown_with_its_gold_and_every_pipelines_answer()
    {
        await cli.EvaluateAsync();

        var result = await cli.OnRunAsync("show", "s2");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.StartWith("s2 (test)\n  question: How long is reset link s2 valid?\n  right: 30 minutes\n  evidence: password-reset: " + CommandLine.Quote));
        Assert.That(result.Output, Does.Match(@"\nbase: (answered|abstained), .+\n  answer: ").And.Match(@"\nrag: (answered|abstained), .+\n  answer: "));
        Assert.That(result.Output, Does.Contain("\n  given: password-reset").And.Match(@"\n  answer-correctness: \S+").And.Contain("\n  time: in all ").And.Contain("\n  cost: "));
        Assert.That(result.Output, Does.Not.Contain("reset link s1"));
    }

    [Test]
    public async Task One_pipeline_is_shown_alone_and_as_json()
    {
        await cli.EvaluateAsync();

        var result = await cli.OnRunAsync("show", "s2", "--pipeline", "rag", "--format", "json");

        using var shown = JsonDocument.Parse(result.Output);
        var answer = shown.RootElement.GetProperty("answers").EnumerateArray().Single();
        Assert.That(shown.RootElement.GetProperty("sample").GetProperty("id").GetString(), Is.EqualTo("s2"));
        Assert.That(answer.GetProperty("pipeline").GetString(), Is.EqualTo("rag"));
        Assert.That(answer.GetProperty("scores").EnumerateArray().Select(s => s.GetProperty("metric").GetString()), Does.Contain("answer-correctness"));
        Assert.That(answer.GetProperty("times_ms").GetProperty("service").GetDouble(), Is.Not.Negative);
    }

    [Test]
    public async Task An_unknown_sample_is_answered_with_the_nearest_ids()
    {
        await cli.EvaluateAsync();

        var result = await cli.OnRunAsync("show", "s22");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Match(@"has no sample 's22'\. The nearest of its 3 ids: s2, s1, s3\."));
    }

    [Test]
    public async Task An_unknown_pipeline_is_refused()
    {
        await cli.EvaluateAsync();

        var result = await cli.OnRunAsync("show", "s1", "--pipeline", "rga");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("Did you mean 'rag'?"));
    }

    [Test]
    public async Task Text_from_data_does_not_steer_the_terminal()
    {
        const string Red = "\u001b[31mred\u0007";
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1", Red));
        await cli.EvaluateAsync();

        var text = await cli.OnRunAsync("show", "s1");
        var json = await cli.OnRunAsync("show", "s1", "--format", "json");

        Assert.That(text.Output, Does.Contain(@"question: \u001b[31mred\u0007"));
        Assert.That(text.Output + json.Output, Does.Not.Contain("\u001b").And.Not.Contain("\u0007"));
    }
}
