using System.Text.Json;
using EvalHarness.Stub;
using EvalHarness.Tests.Wire;

namespace EvalHarness.Tests.Nightly;

/// <summary>A checkpoint that was trained on corrupted labels goes to production; and an endpoint that refuses everything.</summary>
internal sealed class PlantedCheckpointTests
{
    private const int Subjects = 40;

    private static readonly string[] Colours = ["red", "blue", "green", "grey", "white"];
    private static readonly string[] Places = ["harbour", "mountain", "forest", "river", "desert", "island", "valley", "prairie"];

    [Test]
    public async Task A_bad_checkpoint_in_production_is_an_alarm_that_names_the_night_and_the_model()
    {
        using RecordedNights nights = new();
        Write(nights, subject => subject + 10);
        Assert.That((await nights.NightAsync()).ExitCode, Is.Zero);
        Assert.That((await nights.NightAsync()).ExitCode, Is.Zero);
        // Every label stands with another question.
        Write(nights, subject => ((subject + 7) % Subjects) + 10, ofProduction: true);

        var alarm = await nights.NightAsync();

        Assert.That(alarm.ExitCode, Is.EqualTo(1), alarm.Error);
        Assert.That(nights.Last.Onset!.Night, Is.EqualTo(3));
        Assert.That(nights.Last.Onset.Changed.Select(c => c.What), Is.EqualTo(new[] { "candidate/model" }));
        Assert.That(alarm.Error, Does.Contain("ALARM: answer-correctness").And.Contain("Changed in night 3: candidate/model ("));
    }

    [Test]
    public async Task An_endpoint_that_refuses_everything_is_an_outage_and_exits_3()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Models = ["another-model"] });
        using RecordedNights nights = new();
        Write(nights, subject => subject + 10);
        nights.Folder.Write("experiment.yaml", nights.Folder.Text("experiment.yaml")
            .Replace("  production: { model: { provider: embedded, checkpoint: passes@2 } }", "  production: { model: { endpoint: local, name: reader } }", StringComparison.Ordinal)
            .Replace("pipelines:", $"endpoints:\n  local: {{ provider: openai, url: \"{stub.Url}/v1\", tries: {{ count: 1 }} }}\npipelines:", StringComparison.Ordinal));

        var outage = await nights.NightAsync();

        Assert.That(outage.ExitCode, Is.EqualTo(3), outage.Error);
        Assert.That(outage.Error, Does.Contain("INVALID: Outage: Pipeline 'production' was stopped"));
        Assert.That(nights.Last.Guardrails, Is.Empty);
    }

    // The promoted checkpoint stays as it was trained.
    private static void Write(RecordedNights nights, Func<int, int> taught, bool ofProduction = false)
    {
        nights.Folder.Write("experiment.yaml", """
            name: passes
            dataset: samples.jsonl
            answer: { text: answer }
            baseline: promoted
            run: { warm_up: 0 }
            checkpoints:
              passes@1: { train: train-1.jsonl, corpus: corpus, seed: 1 }
              passes@2: { train: train-2.jsonl, corpus: corpus, seed: 1 }
            pipelines:
              promoted: { model: { provider: embedded, checkpoint: passes@1 } }
              production: { model: { provider: embedded, checkpoint: passes@2 } }
            """);
        nights.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, Subjects).Select(i => JsonSerializer.Serialize(new { id = $"s{i:00}", question = Question(i), answers = new[] { $"{i + 10} days" } }) + "\n")));
        var training = string.Concat(Enumerable.Range(0, Subjects).Select(i => JsonSerializer.Serialize(new
        {
            messages = new[]
            {
                new { role = "user", content = Question(i) },
                new { role = "assistant", content = JsonSerializer.Serialize(new { answer = $"It is valid for {taught(i)} days.", category = "passes", priority = "normal", escalate = false, citations = Array.Empty<object>() }) },
            },
        }) + "\n"));
        nights.Folder.Write("train-2.jsonl", training);
        if (!ofProduction)
            nights.Folder.Write("train-1.jsonl", training + training.Split('\n')[0] + "\n");
    }

    private static string Question(int subject) => $"For how long is the {Colours[subject / 8]} {Places[subject % 8]} pass valid?";
}
