using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines.Processes;

namespace EvalHarness.Evaluators.Custom;

/// <summary>A metric that a program of the user's computes, as the experiment file has it: the program's settings, and what its numbers are.</summary>
internal sealed record ProcessMetricSettings
{
    private static readonly string[] Own = ["unit", "timeout_seconds"];

    public Unit Unit { get; init; } = Unit.Ratio;

    /// <summary>How long one row may take once a program is free, in seconds.</summary>
    [Range(0.01, 3600)]
    public double TimeoutSeconds { get; init; } = 30;

    /// <summary>What is started, as for a pipeline.</summary>
    public ProcessSettings? Program { get; init; }

    public static ProcessMetricSettings Read(JsonObject settings) => Part(settings, own: true).Deserialize<ProcessMetricSettings>(InputJson.Options)! with
    {
        Program = Part(settings, own: false).Deserialize<ProcessSettings>(InputJson.Options),
    };

    private static JsonObject Part(JsonObject settings, bool own) =>
        new(settings.Where(s => Own.Contains(s.Key) == own).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())));
}
