using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Nightly;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Story;

/// <summary>The commands of a release, on a copy of the shipped dataset.</summary>
internal sealed class PromotionStory : IDisposable
{
    public const string Untuned = "untuned: { model: { provider: embedded, name: untuned, price_as: gpt-4o-mini }, prompt: prompts/untuned.prompt.md }";

    // Written before anything is trained. Three checkpoints are to be judged on these 416 rows; the fourth look is in reserve.
    private const string Policy =
        """
        name: helpdesk-release
        looks: 4
        minimum: { rows: 400, clusters: 40 }
        metrics:
          token-f1: { role: guardrail, margin: 0.06 }
          format-fields: { role: guardrail, margin: 0.06 }
          format-schema: { role: deterioration-only }
          answer-correctness: { role: information }
        ceilings:
          cost-usd: 0.001

        """;

    private readonly HelpdeskCopy helpdesk = new();

    public PromotionStory()
    {
        helpdesk.Folder.Write("gate.yaml", Policy);
        helpdesk.Make("train.2026-03.jsonl", "train.corrupted.jsonl", TrainingChanges.Rotated);
        helpdesk.Make("train.2026-09.jsonl", "train.planted.jsonl", TrainingChanges.Rotated);
    }

    public CheckpointRegistry Registry => CheckpointRegistry.Read(helpdesk.Folder["checkpoints/registry.jsonl"]);

    public Night LastNight => JsonSerializer.Deserialize<Night>(helpdesk.Folder.Text("nightly/nightly.json"), RunJson.Indented)!;

    /// <summary>The newest run's id.</summary>
    private string Run => Directory.GetDirectories(helpdesk.Reports).Select(d => new RunFolder(d)).Where(f => File.Exists(f.ManifestFile)).Select(f => f.ReadManifest()).MaxBy(m => m.StartedAt)!.Id;

    /// <param name="pipelines">Lines of YAML; the first is the baseline.</param>
    public void Use(params string[] pipelines) => helpdesk.Folder.Write(
        "experiment.yaml",
        $$"""
        name: helpdesk
        dataset: samples.jsonl
        corpus: corpus/2026-09
        answer: { schema: schemas/answer.schema.json, text: answer, citations: citations, abstention: ["help centre does not cover"] }
        prices: prices.yaml
        policy: gate.yaml
        baseline: {{pipelines[0].Split(':')[0]}}
        run: { concurrency: 2, warm_up: 0 }
        checkpoints:
          helpdesk@1: { train: train.2026-03.jsonl, corpus: corpus/2026-03, seed: 1 }
          helpdesk@2: { train: train.corrupted.jsonl, corpus: corpus/2026-03, seed: 1 }
          helpdesk@3: { train: train.2026-09.jsonl, corpus: corpus/2026-09, seed: 1 }
          helpdesk@4: { train: train.planted.jsonl, corpus: corpus/2026-09, seed: 1 }
        pipelines:
        {{string.Concat(pipelines.Select(p => $"  {p}\n"))}}
        """);

    /// <summary>A pipeline that answers with a checkpoint, or an alias.</summary>
    public static string Tuned(string name, string checkpoint) =>
        $"{name}: {{ model: {{ provider: embedded, checkpoint: {checkpoint}, price_as: gpt-4o-mini-tuned }}, prompt: prompts/tuned.prompt.md }}";

    /// <summary>Trains a checkpoint of the experiment and registers it.</summary>
    public async Task TrainAsync(string checkpoint)
    {
        var train = await helpdesk.RunAsync("train", "./experiment.yaml", "--checkpoint", checkpoint);
        var register = await CheckpointsAsync("register", "--from", $"./checkpoints/{checkpoint}");

        Assert.That(train.ExitCode, Is.Zero, train.Error);
        Assert.That(register.ExitCode, Is.Zero, register.Error);
    }

    /// <summary>Runs the experiment and judges what answers with the checkpoint; the exit code is that of the verdict.</summary>
    public async Task<CliResult> GateAsync(string checkpoint, string against)
    {
        var run = await helpdesk.RunAsync("run", "./experiment.yaml", "--out", "./reports");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return await helpdesk.RunAsync("gate", Run, "--policy", "./gate.yaml", "--candidate", $"checkpoint:{checkpoint}", "--baseline", against, "--out", "./reports");
    }

    /// <summary>Asks for production on the newest run's verdict.</summary>
    public Task<CliResult> PromoteAsync(string checkpoint) => CheckpointsAsync("promote", checkpoint, "--gate", Run, "--reports", "./reports");

    /// <summary>A night over the rows that no gate looks at.</summary>
    public Task<CliResult> NightAsync() => helpdesk.RunAsync("nightly", "./experiment.yaml", "--split", "dev", "--history", "./nightly", "--policy", "./gate.yaml", "--candidate", "production", "--champion", "promoted", "--out", "./reports");

    public Task<CliResult> CheckpointsAsync(params string[] arguments) => helpdesk.RunAsync(["checkpoints", .. arguments, "--experiment", "./experiment.yaml"]);

    public void Dispose() => helpdesk.Dispose();
}
