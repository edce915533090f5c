using System.Text.Json;
using EvalHarness.Tests.Pipelines.Processes;

namespace EvalHarness.Tests.Cli;

/// <summary>Metrics and verifiers in code of the user's, from the experiment file to the report.</summary>
internal sealed class PluginsTests
{
    private static readonly string[] Rows = ["A reset link is valid for 30 minutes.", "A reset link is valid for 60 minutes."];

    private CommandLine command = null!;

    [SetUp]
    public void Set_up() => command = new CommandLine();

    [TearDown]
    public void Tear_down() => command.Dispose();

    [Test]
    public async Task Metrics_in_code_are_scored_and_reported()
    {
        Programs.NeedPython();
        File.Copy(Path.Combine(Repository.Root, "docs", "examples", "process", "score.py"), command.Folder["score.py"]);
        Write(
            $$"""
            verifier: { kind: class, assembly: {{Repository.Plugin}}, type: My.Verbatim }
            metrics:
              polite: { kind: class, assembly: {{Repository.Plugin}}, type: My.Polite, settings: { phrases: [valid] } }
              careless: { kind: class, assembly: {{Repository.Plugin}}, type: EvalHarness.Plugin.Careless, settings: { does: throws } }
              brevity: { kind: process, version: "1", command: [python3, score.py] }
            """);

        var result = await command.EvaluateAsync("--allow-plugins");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var summary = CsvText.Rows(Path.Combine(command.Run, "summary.csv"));
        var whole = summary.Where(r => r["pipeline"] == "rag" && r["slice"] == "all").ToDictionary(r => r["metric"]);
        Assert.That(whole["polite"]["n_scored"], Is.EqualTo("3"));
        Assert.That(whole["polite"]["definition_id"], Does.StartWith("polite@1 plugin="));
        Assert.That(whole["careless"]["n_not_scored"], Is.EqualTo("3"));
        Assert.That(whole["brevity"]["definition_id"], Does.StartWith("brevity@process/1 version=1 "));
        Assert.That(whole["groundedness-passages"]["definition_id"], Does.Contain("verbatim/1 plugin="));
    }

    [Test]
    public async Task Validate_loads_nothing_and_says_what_needs_leave()
    {
        // No assembly at all: were it loaded, that would be found.
        command.Folder.Write("My.dll", "not code");
        Write("metrics: { polite: { kind: class, assembly: My.dll, type: My.Polite }, brevity: { kind: process, version: \"1\", command: [python3, score.py] } }");

        var without = await command.RunAsync("validate", command.Experiment);
        var with = await command.RunAsync("validate", command.Experiment, "--allow-plugins", "--set", "metrics.brevity.command=[dotnet]");
        var run = await command.EvaluateAsync();

        Assert.That(without.ExitCode, Is.EqualTo(3));
        Assert.That(without.Error, Does.Contain("metrics.polite: it loads an assembly (My.dll), which needs --allow-plugins").And.Contain("metrics.brevity: it starts a program (python3 score.py), which needs --allow-plugins"));
        Assert.That(with.ExitCode, Is.Zero, with.Error);
        Assert.That(run.ExitCode, Is.EqualTo(3));
    }

    [TestCase("metrics: { polite: { kind: class, assembly: a.dll } }", "metrics.polite: 'type' is missing")]
    [TestCase("metrics: { polite: { kind: class, assembly: a.dll, type: T, timeout: 3 } }", "metrics.polite: unknown key 'timeout'")]
    [TestCase("metrics: { brevity: { kind: process, command: [x] } }", "metrics.brevity: 'version' is missing")]
    [TestCase("metrics: { brevity: { kind: process, version: \"1\", command: [x], unit: parsecs } }", "metrics.brevity.unit: \"parsecs\" is not allowed")]
    [TestCase("verifier: { kind: entailment, assembly: a.dll, model: m.onnx }", "verifier")]
    public async Task A_mistake_in_the_settings_is_told_with_its_place(string setting, string found)
    {
        Write(setting);

        var result = await command.RunAsync("validate", command.Experiment, "--allow-plugins");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(found));
    }

    [Test]
    public async Task The_verifier_of_an_experiment_is_measured_on_labels()
    {
        Write($"verifier: {{ kind: class, assembly: {Repository.Plugin}, type: My.Verbatim }}");
        command.Folder.Write("labels.jsonl", string.Join('\n', Enumerable.Range(0, 8).Select(Label)));

        var result = await CalibrateAsync("groundedness", "--experiment", command.Experiment, "--allow-plugins", "--format", "json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        using var printed = JsonDocument.Parse(result.Output);
        Assert.That(printed.RootElement.GetProperty("pooled").GetProperty("balanced_accuracy").GetRawText(), Does.Contain("1"));
        Assert.That(result.Output, Does.Contain("verbatim/1 plugin="));
    }

    [Test]
    public async Task A_verifier_to_be_measured_needs_an_experiment_leave_and_groundedness()
    {
        Write($"verifier: {{ kind: class, assembly: {Repository.Plugin}, type: My.Verbatim }}");
        command.Folder.Write("labels.jsonl", Label(0));

        var nowhere = await CalibrateAsync("groundedness");
        var forbidden = await CalibrateAsync("groundedness", "--experiment", command.Experiment);
        var other = await CalibrateAsync("answer-correctness", "--experiment", command.Experiment, "--allow-plugins");

        Assert.That(new[] { nowhere.ExitCode, forbidden.ExitCode, other.ExitCode }, Is.All.EqualTo(3));
        Assert.That(nowhere.Error, Does.Contain("no experiment is named. Add --experiment"));
        Assert.That(forbidden.Error, Does.Contain("which needs --allow-plugins"));
        Assert.That(other.Error, Does.Contain("answer-correctness has no verifier that an experiment describes"));
    }

    private Task<CliResult> CalibrateAsync(string evaluator, params string[] more) =>
        command.RunAsync(["calibrate", "--evaluator", evaluator, "--verifier", "experiment", "--labels", command.Folder["labels.jsonl"], .. more]);

    private void Write(string settings) => command.Folder.Write("experiment.yaml", $"{CommandLine.Yaml}\n{settings}\n");

    private static string Label(int i) => JsonSerializer.Serialize(new
    {
        id = $"{i}",
        group = $"g{i}",
        source = "help",
        question = "How long is a reset link valid?",
        context = Rows[0],
        answer = Rows[i % 2],
        label = i % 2 == 0 ? 1 : 0,
    });
}
