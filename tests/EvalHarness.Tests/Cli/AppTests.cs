using System.Text;
using System.Text.Json;

namespace EvalHarness.Tests.Cli;

internal sealed class AppTests
{
    private static readonly string[] Verbs = ["init", "generate", "review", "validate", "train", "run", "retry", "score", "compare", "diff", "show", "decide", "report", "gate", "cache", "calibrate", "nightly", "sweep", "serve", "completion", "mlflow", "remedy", "freshness"];

    private CommandLine cli = null!;

    [SetUp]
    public void Start() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task An_experiment_that_is_well_is_said_to_be()
    {
        var result = await cli.RunAsync("validate", cli.Experiment);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output.Trim(), Is.EqualTo($"{cli.Experiment}: 3 samples in split 'test', 2 pipelines: all well."));
        Assert.That(result.Error, Is.Empty);
        Assert.That(cli.Reports, Does.Not.Exist);
    }

    [Test]
    public async Task Validating_prints_json_when_asked()
    {
        var result = await cli.RunAsync("validate", cli.Experiment, "--format", "json");

        using var printed = JsonDocument.Parse(result.Output);
        Assert.That(printed.RootElement.GetProperty("samples").GetInt32(), Is.EqualTo(3));
    }

    [TestCase("score")]
    [TestCase("report")]
    [TestCase("retry", "--failed")]
    public async Task Json_is_all_that_a_verb_prints(string verb, params string[] more)
    {
        var run = await cli.EvaluateAsync("--format", "json");

        var again = await cli.OnRunAsync(verb, ["--format", "json", .. more]);

        using var first = JsonDocument.Parse(run.Output);
        using var second = JsonDocument.Parse(again.Output);
        Assert.That((run.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), run.Error + again.Error);
        Assert.That(second.RootElement.ToString(), Is.EqualTo(first.RootElement.ToString()));
        Assert.That(first.RootElement.GetProperty("summaries").EnumerateArray().Select(s => s.GetProperty("metric").GetString()), Does.Contain("success"));
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task Help_says_what_a_verb_does_and_shows_examples(string verb)
    {
        var result = await cli.RunAsync(verb, "--help");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Match($@"Description:\s+\w.{{20,}}[\s\S]*Examples:\s+evalharness {verb} "));
    }

    [Test]
    public async Task Help_lists_every_verb_with_one_line_and_the_exit_codes()
    {
        var result = await cli.RunAsync("--help");

        Assert.That(Verbs.Where(v => !result.Output.Contains($"\n  {v} ", StringComparison.Ordinal)), Is.Empty);
        Assert.That(result.Output, Does.Contain("Exit codes: 0 done").And.Not.Contain("Examples:"));
    }

    [Test]
    public async Task The_version_is_a_version()
    {
        var result = await cli.RunAsync("--version");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output.Trim(), Does.Match(@"^\d+\.\d+\.\d+"));
    }

    [Test]
    public async Task A_pipeline_without_a_usable_row_exits_3_and_leaves_the_report()
    {
        cli.Folder.Write("experiment.yaml", CommandLine.Yaml.Replace("warm_up: 0", "warm_up: 0, timeout_seconds: 0.01", StringComparison.Ordinal));
        // Reading this much takes the pipeline longer than it may take.
        cli.Folder.Write("samples.jsonl", CommandLine.Line("s1", string.Concat(Enumerable.Range(0, 30_000).Select(i => $"How long is reset link {i} valid? "))));

        var result = await cli.EvaluateAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain("error: pipeline 'rag' has no usable row: see the errors in samples.csv"));
        Assert.That(Path.Combine(cli.Run, "samples.csv"), Does.Exist);
        Assert.That(result.Output, Does.Contain("report: "));
    }

    [Test]
    public async Task A_bug_exits_70_and_names_a_report_without_the_environment()
    {
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_SECRET", "hunter2-in-the-environment");

        var result = await cli.RunAsync(new Broken(), "validate", cli.Experiment);

        var report = result.Error.Split("Details are in ")[1].Split(". A run")[0];
        Assert.That(result.ExitCode, Is.EqualTo(70));
        Assert.That(result.Error, Does.StartWith("error: This is a bug in evalharness: the printer is on fire"));
        Assert.That(File.ReadAllText(report), Does.Contain("the printer is on fire").And.Contains($"evalharness validate {cli.Experiment}").And.Not.Contain("hunter2"));
        File.Delete(report);
    }

    [Test]
    public async Task An_unfinished_run_is_reported_as_one()
    {
        await cli.EvaluateAsync();
        var manifest = Path.Combine(cli.Run, "run.json");
        File.WriteAllLines(manifest, File.ReadAllLines(manifest).Where(l => !l.Contains("\"finished_at\"", StringComparison.Ordinal)));

        var result = await cli.OnRunAsync("report");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain($"note: this run is unfinished, and so are its figures. It is resumed by: evalharness run {cli.Experiment}"));
    }

    [Test]
    public async Task The_name_of_an_experiment_does_not_lead_out_of_the_reports_folder()
    {
        cli.Folder.Write("experiment.yaml", CommandLine.Yaml.Replace("name: small", "name: ../../elsewhere", StringComparison.Ordinal));

        var result = await cli.EvaluateAsync("--limit", "1");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("../../elsewhere").And.Contain("experiment.yaml:1:7"));
        Assert.That(Directory.Exists(Path.Combine(cli.Reports, "..", "..", "elsewhere")), Is.False);
    }

    [Test]
    public async Task Text_from_data_does_not_reach_the_terminal_as_control_characters()
    {
        const string Red = "\u001b[31mred\u001b]0;title\u0007";
        cli.Folder.Write("samples.jsonl", CommandLine.Line(Red, Red) + CommandLine.Line(Red, Red));

        var refused = await cli.EvaluateAsync();
        cli.Folder.Write("samples.jsonl", CommandLine.Line(Red, Red));
        var run = await cli.EvaluateAsync();

        Assert.That(refused.Error, Does.Contain(@"\u001b[31mred\u001b]0;title\u0007"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(refused.Error + run.Output + run.Error, Does.Not.Contain("\u001b").And.Not.Contain("\u0007"));
    }

    private sealed class Broken : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new NotSupportedException("the printer is on fire");
    }
}
