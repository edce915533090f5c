using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Gates;

/// <summary>A pipeline in a recorded run, with the run's scores.</summary>
public sealed record GateSide(RunManifest Run, ScoreTable Scores, string Pipeline)
{
    public PipelineSpec Spec => Run.Pipelines.First(p => p.Name == Pipeline);

    /// <summary><c>name@version</c>; absent when it answers with none.</summary>
    public string? Checkpoint => CheckpointOf(Spec);

    public Metric? Metric(string id) => Scores.Metrics.FirstOrDefault(m => m.Id == id);

    public ScoreColumn? Column(string metric) => Scores.Column(Pipeline, metric);

    public static string? CheckpointOf(PipelineSpec pipeline) => (string?)pipeline.Settings["model"]?["checkpoint"];
}
