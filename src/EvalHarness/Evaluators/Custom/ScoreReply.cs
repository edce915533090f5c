using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines.Processes;

namespace EvalHarness.Evaluators.Custom;

/// <summary>The line that a program scores with: docs/schemas/metric-protocol.schema.json.</summary>
internal sealed record ScoreReply
{
    public required string Id { get; init; }

    /// <summary>A number, or yes or no; one of the three is present.</summary>
    public JsonElement? Score { get; init; }

    /// <summary>Why the metric has no meaning for the row.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Why there should be a score and is none.</summary>
    public string? NotScored { get; init; }

    public string? Reason { get; init; }

    public JsonObject? Detail { get; init; }

    /// <param name="line">A line that is JSON.</param>
    /// <exception cref="ProcessFailedException">The line is not as the protocol has it.</exception>
    public static ScoreReply Read(JsonElement line, Excerpt excerpt) => InputSchemas.Named("metric-protocol").Validate(line) is [var error, ..]
        ? throw new ProcessFailedException($"the program's reply{(error.InstancePath.Length > 0 ? $" at {error.InstancePath}" : "")}: {excerpt.Start(error.Message)} The reply starts: {excerpt.Start(line.GetRawText())}")
        : line.Deserialize<ScoreReply>(InputJson.Options)!;

    public Score ToScore(Metric metric, Excerpt excerpt)
    {
        if (NotApplicable is { } meaningless)
            return metric.NotApplicable(excerpt.Start(meaningless));
        if (NotScored is { } missing)
            return metric.NotScored(excerpt.Start(missing));
        var reason = Reason is { } said ? excerpt.Start(said) : null;
        return Score!.Value.ValueKind == JsonValueKind.Number
            ? metric.Scored(Score.Value.GetDouble(), reason, Detail)
            : metric.Scored(Score.Value.GetBoolean(), reason, Detail);
    }
}
