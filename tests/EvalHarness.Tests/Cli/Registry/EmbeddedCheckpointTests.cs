using System.Text.Json;
using EvalHarness.Checkpoints;

namespace EvalHarness.Tests.Cli.Registry;

/// <summary>A checkpoint that <c>train</c> made: registered in one command, asked for by its alias.</summary>
internal sealed class EmbeddedCheckpointTests
{
    private CommandLine command = null!;

    [SetUp]
    public async Task Set_up()
    {
        command = new CommandLine();
        command.Folder.Write("train.jsonl", string.Concat(Enumerable.Range(1, 8).Select(i => Example($"How long is reset link {i} valid?", CommandLine.Quote)).Append(Example("Is there a car park?", "The handbook does not say."))));
        command.Folder.Write("experiment.yaml", CommandLine.Yaml + "\n  tuned: { model: { provider: embedded, checkpoint: small@1 } }\ncheckpoints:\n  small@1: { train: train.jsonl, corpus: corpus }\n");
        var trained = await command.RunAsync("train", command.Experiment);
        Assert.That(trained.ExitCode, Is.Zero, trained.Error);
    }

    [TearDown]
    public void Tear_down() => command.Dispose();

    [Test]
    public async Task It_registers_in_one_command_and_again_after_the_same_training()
    {
        var first = await RegisterAsync();
        Directory.Delete(command.Folder["checkpoints/small@1"], recursive: true);
        await command.RunAsync("train", command.Experiment);
        var again = await RegisterAsync();

        Assert.That(first.ExitCode, Is.Zero, first.Error);
        Assert.That(again.Output, Does.Contain("registered already, and the same"), again.Error);
        var checkpoint = CheckpointRegistry.Read(command.Folder["checkpoints/registry.jsonl"]).Checkpoints.Single();
        Assert.That(checkpoint, Has.Property("Provider").EqualTo("embedded").And.Property("Seed").EqualTo(1).And.Property("CostUsd").Null);
        Assert.That(checkpoint.Artefact!.Path, Is.EqualTo("small@1"));
    }

    [Test]
    public async Task An_alias_is_the_checkpoint_itself_and_files_that_were_exchanged_are_refused()
    {
        await RegisterAsync();
        await command.RunAsync("checkpoints", "promote", "small@1", "--override", "first", "--experiment", command.Experiment);
        var named = await IdentityAsync();
        command.Folder.Write("experiment.yaml", command.Folder.Text("experiment.yaml").Replace("checkpoint: small@1", "checkpoint: production", StringComparison.Ordinal));
        var aliased = await IdentityAsync();

        var model = Directory.EnumerateFiles(command.Folder["checkpoints/small@1"]).First(f => !f.EndsWith("checkpoint.json", StringComparison.Ordinal));
        await File.AppendAllTextAsync(model, " ");
        var exchanged = await command.RunAsync("validate", command.Experiment);

        Assert.That(aliased, Is.EqualTo(named));
        Assert.That(exchanged.ExitCode, Is.EqualTo(3));
        Assert.That(exchanged.Error, Does.Contain("the artefact is not the one that was registered"));
    }

    private Task<CliResult> RegisterAsync() => command.RunAsync("checkpoints", "register", "--from", command.Folder["checkpoints/small@1"], "--experiment", command.Experiment);

    private async Task<string> IdentityAsync()
    {
        var run = await command.EvaluateAsync("--new", "--pipelines", "tuned");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var folder = Directory.GetDirectories(command.Reports).Select(d => new EvalHarness.Runs.RunFolder(d)).Where(f => File.Exists(f.ManifestFile)).MaxBy(f => f.ReadManifest().StartedAt)!;
        return folder.ReadManifest().Pipelines.Single().Identity;
    }

    private static string Example(string question, string answer)
    {
        var reply = JsonSerializer.Serialize(new { answer, category = "account", priority = "normal", escalate = false, citations = new[] { new { sentence = answer, document = "password-reset" } } });
        return JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = question }, new { role = "assistant", content = reply } } }) + "\n";
    }
}
