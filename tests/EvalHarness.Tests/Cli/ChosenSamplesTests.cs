using EvalHarness.Runs;

namespace EvalHarness.Tests.Cli;

internal sealed class ChosenSamplesTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Start()
    {
        cli = new CommandLine();
        cli.Folder.Write("samples.jsonl", Line("s1", "login", "en") + Line("s2", "login", "de") + Line("s3", "billing", "en"));
    }

    [TearDown]
    public void Remove() => cli.Dispose();

    [TestCase("s1,s2", "--filter", "topic=login")]
    [TestCase("s2", "--filter", "topic=login", "--filter", "language=de")]
    [TestCase("s1,s3", "--sample-id", "s3,s1")]
    [TestCase("s1", "--sample-id", "s1,s3", "--filter", "topic=login")]
    public async Task Only_the_samples_that_were_asked_for_are_replayed(string expected, params string[] options)
    {
        var result = await cli.EvaluateAsync(options);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(SamplesOf(cli.Run), Is.EqualTo(expected.Split(',')));
        Assert.That(new RunFolder(cli.Run).ReadManifest().Notes, Has.Some.StartsWith("Only "));
    }

    [Test]
    public async Task A_limit_counts_the_samples_that_the_filter_leaves()
    {
        var result = await cli.EvaluateAsync("--filter", "topic=login", "--limit", "1");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(SamplesOf(cli.Run), Has.Exactly(1).Items.And.All.AnyOf("s1", "s2"));
    }

    [Test]
    public async Task A_choice_is_a_part_of_what_a_run_is_resumed_by()
    {
        await cli.EvaluateAsync("--filter", "topic=login");
        var filtered = new RunFolder(cli.Run).ReadManifest();

        var other = await cli.EvaluateAsync("--filter", "topic=billing", "--resume", cli.Run);

        Assert.That(filtered.Dataset.Filter!.Tags, Is.EqualTo(new[] { "topic=login" }));
        Assert.That(other.ExitCode, Is.EqualTo(3));
        Assert.That(other.Error, Does.Contain("was made from other things"));
    }

    [TestCase("no sample that was asked for has topic=lgoin. There are: topic=billing, topic=login.", "--filter", "topic=lgoin")]
    [TestCase("has no sample 's33'. The nearest of its other ids: s3, s1, s2.", "--sample-id", "s33")]
    [TestCase("--filter 'login' is not tag=value.", "--filter", "login")]
    [TestCase("--only-failing and --sample-id exclude one another.", "--only-failing", "x", "--sample-id", "s1")]
    public async Task What_is_not_there_is_refused_before_anything_is_written(string problem, params string[] options)
    {
        var result = await cli.EvaluateAsync(options);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(problem));
        Assert.That(cli.Reports, Does.Not.Exist);
    }

    [Test]
    public async Task Only_what_a_pipeline_got_wrong_is_run_again()
    {
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1") + CommandLine.Line("s2").Replace("[\"30 minutes\"]", "[\"two blue whales\"]", StringComparison.Ordinal));
        await cli.EvaluateAsync("--pipelines", "rag");
        var first = cli.Run;

        var result = await cli.EvaluateAsync("--pipelines", "rag", "--only-failing", first);

        var second = Directory.GetDirectories(cli.Reports).Single(d => d != first);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(SamplesOf(second), Is.EqualTo(new[] { "s2" }));
        Assert.That(new RunFolder(second).ReadManifest().Notes, Has.Some.Contains("figures say nothing of the split"));
    }

    [Test]
    public async Task A_run_without_a_wrong_answer_leaves_nothing_to_run_again()
    {
        await cli.EvaluateAsync("--pipelines", "rag");

        var result = await cli.EvaluateAsync("--pipelines", "rag", "--only-failing", cli.Run);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("no pipeline got a sample wrong"));
    }

    [Test]
    public async Task Chosen_samples_are_no_evidence_for_a_verdict()
    {
        await cli.EvaluateAsync("--filter", "topic=login");
        var policy = cli.Folder.Write("gate.yaml", "candidate: rag\nmetrics: { token-f1: { role: objective } }\n");

        var result = await cli.OnRunAsync("gate", "--policy", policy);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("its samples were chosen").And.Contain("run it without the choice"));
    }

    private static string[] SamplesOf(string run) => [.. File.ReadAllLines(Path.Combine(run, "samples.csv")).Skip(1).Select(l => l.Split(',')[2]).Distinct()];

    private static string Line(string id, string topic, string language) =>
        CommandLine.Line(id).Replace("{\"id\"", $$"""{"tags":{"topic":"{{topic}}","language":"{{language}}"},"id" """.TrimEnd(), StringComparison.Ordinal);
}
