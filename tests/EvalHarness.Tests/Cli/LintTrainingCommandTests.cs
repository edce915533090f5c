using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.Cli;

/// <summary>The real command line on the shipped training data.</summary>
internal sealed class LintTrainingCommandTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("train.2026-03.jsonl")]
    [TestCase("train.2026-09.jsonl")]
    public async Task The_shipped_training_data_are_free_of_errors_and_leaks(string train)
    {
        var result = await CliProcess.RunAsync("lint-training", $"datasets/helpdesk/{train}", "--against", "datasets/helpdesk/experiment.yaml", "--out", folder["lint"]);

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(result.Output, Does.Contain("CLEAN OF ERRORS, WITH WARNINGS: 0 errors"));
        var lint = LintResultFile.Read(folder["lint/lint.json"]);
        Assert.That((lint.Errors, lint.Leaks, lint.Training.Name, lint.Training.Hash), Is.EqualTo((0, 0, $"datasets/helpdesk/{train}", ContentHash.OfFile(Path.Combine(Repository.Helpdesk, train)))));
        Assert.That(lint.Rules.Where(r => r.NotChecked is not null), Is.Empty);
        Assert.That(lint.Given.Single(g => g.Pipeline == "rag"), Has.Property("DevLooks").EqualTo(7));
    }

    // What changed between the two files is what is stale in the older one: 139 targets differ, 15 questions were withdrawn.
    [Test]
    public async Task Facts_of_March_are_found_stale_in_March_and_not_in_September()
    {
        var march = await LintAsync("train.2026-03.jsonl");
        var september = await LintAsync("train.2026-09.jsonl");

        Assert.That(march.Rules.Single(r => r.Rule == "stale-fact").Warnings, Is.GreaterThanOrEqualTo(105));
        Assert.That(september.Rules.Single(r => r.Rule == "stale-fact").Warnings, Is.LessThanOrEqualTo(5));
    }

    [Test]
    public async Task A_planted_leak_is_an_error_that_names_its_row()
    {
        var gold = JsonNode.Parse(File.ReadLines(Path.Combine(Repository.Helpdesk, "samples.jsonl")).First())!;
        var lines = File.ReadAllLines(Path.Combine(Repository.Helpdesk, "train.2026-09.jsonl")).ToList();
        var planted = JsonNode.Parse(lines[0])!;
        planted["messages"]![1]!["content"] = $"{(string)gold["question"]!}?";
        lines.Insert(99, planted.ToJsonString());
        var train = folder.Write("train.jsonl", string.Join('\n', lines));

        var result = await CliProcess.RunAsync("lint-training", train, "--against", "datasets/helpdesk/experiment.yaml", "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        var lint = JsonDocument.Parse(result.Output).RootElement;
        Assert.That(InputSchemas.Named("lint").Validate(lint), Is.Empty);
        Assert.That(lint.GetProperty("leaks").GetInt32(), Is.EqualTo(1));
        var leak = lint.GetProperty("findings")[0];
        Assert.That((leak.GetProperty("rule").GetString(), leak.GetProperty("where").GetString(), leak.GetProperty("sample").GetString()), Is.EqualTo(("leak-normalised", $"{train}:100", "account-001")));
    }

    [Test]
    public async Task The_training_hash_of_a_checkpoint_is_that_of_its_lint_result()
    {
        using var command = new CommandLine();
        command.Folder.Write("train.jsonl", File.ReadLines(Path.Combine(Repository.Helpdesk, "train.2026-09.jsonl")).Take(60).Aggregate("", (text, line) => $"{text}{line}\n"));
        command.Folder.Write("experiment.yaml", CommandLine.Yaml.Replace("pipelines:", "checkpoints:\n  small@1: { train: train.jsonl, corpus: corpus }\npipelines:", StringComparison.Ordinal));
        await command.RunAsync("train", command.Experiment);

        var result = await command.RunAsync("lint-training", command.Folder["train.jsonl"], "--against", command.Experiment, "--severity", "citation-dangling=info", "--out", command.Folder["lint"]);

        Assert.That(result.Error, Is.Empty);
        Assert.That(LintResultFile.Read(command.Folder["lint/lint.json"]).Training.Hash, Is.EqualTo(new CheckpointFolder(command.Folder.FullPath).Open(CheckpointName.Parse("small@1")).Manifest.TrainHash));
    }

    [TestCase("error: --severity: there is no rule 'leak-exct'. Did you mean 'leak-exact'?", "--severity", "leak-exct=info")]
    [TestCase("error: --severity: 'leak-exact=none' names no severity. Write rule=error", "--severity", "leak-exact=none")]
    [TestCase("no sample is in split 'tset'", "--split", "tset")]
    [TestCase("error: command line: --list must be 1 or more.", "--list", "0")]
    [TestCase("the corpus folder does not exist", "--corpus", "none")]
    public async Task Bad_arguments_exit_3(string message, params string[] more)
    {
        using var command = new CommandLine();
        var train = command.Folder.Write("train.jsonl", """{"prompt": "Q", "completion": "A"}""");

        var result = await command.RunAsync(["lint-training", train, "--against", command.Folder["samples.jsonl"], .. more]);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((3, result.Error)));
        Assert.That(result.Error, Does.Contain(message));
    }

    [Test]
    public async Task A_wrong_line_exits_3_with_its_place()
    {
        using var command = new CommandLine();
        var train = command.Folder.Write("train.jsonl", "{\"prompt\": \"Q\", \"completion\": \"A\"}\n{}\n");

        var result = await command.RunAsync("lint-training", train, "--against", command.Folder.FullPath);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((3, "")));
        Assert.That(result.Error, Does.Contain("train.jsonl:2:1: neither 'messages' nor 'prompt'"));
    }

    [Test]
    public async Task Help_shows_examples()
    {
        using var command = new CommandLine();

        var result = await command.RunAsync("lint-training", "--help");

        Assert.That(result.Output, Does.Contain("evalharness lint-training datasets/helpdesk/train.2026-09.jsonl --against datasets/helpdesk/experiment.yaml"));
    }

    private async Task<LintResult> LintAsync(string train)
    {
        var result = await CliProcess.RunAsync("lint-training", $"datasets/helpdesk/{train}", "--against", "datasets/helpdesk/experiment.yaml", "--out", folder[train]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return LintResultFile.Read(folder[$"{train}/lint.json"]);
    }
}
