using EvalHarness.Checkpoints;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests;

/// <summary>Values that do not matter to the test at hand.</summary>
internal static class Some
{
    public static Sample Sample(string id = "s1", string question = "How long is a reset link valid?") => new()
    {
        Id = id,
        Question = question,
        Answers = ["A reset link is valid for 30 minutes.", "30 minutes"],
        Evidence = [new GoldEvidence("password-reset", "A reset link is valid for 30 minutes.")],
        Cluster = "password-reset",
    };

    public static CheckpointManifest Manifest() => new()
    {
        Name = "helpdesk",
        Version = "3",
        Trainer = "some-trainer/1",
        TrainFile = "train.jsonl",
        TrainHash = new string('c', 64),
        Examples = 12,
        Seed = 1,
        TrainingSeconds = 2.5,
        Created = DateTimeOffset.UnixEpoch,
        HarnessVersion = "0.1.0",
    };

    public static Answer Answer(string text = "A reset link is valid for 30 minutes.") => new() { Text = text, Usage = new TokenUsage(100, 20), Model = "some-model" };

    public static Trace Trace(Answer? answer, string sampleId = "s1", string pipeline = "rag") => new()
    {
        WorkItem = $"{pipeline}/{sampleId}",
        Pipeline = pipeline,
        SampleId = sampleId,
        StartedAt = DateTimeOffset.UnixEpoch,
        Answer = answer,
        Error = answer is null ? new TraceError("exception", "the endpoint is gone") : null,
        ServiceLatency = TimeSpan.FromMilliseconds(12),
        FeltLatency = TimeSpan.FromMilliseconds(15),
    };
}
