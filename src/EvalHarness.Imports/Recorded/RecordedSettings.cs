using System.Text.Json.Nodes;

namespace EvalHarness.Imports.Recorded;

/// <summary>A recorded pipeline as the experiment file has it: docs/schemas/experiment.schema.json, <c>recorded</c>.</summary>
public sealed record RecordedSettings
{
    public string Kind { get; init; } = RecordedPipelineFactory.RecordedKind;

    /// <summary>The recording, relative to the experiment file; of a run of our own its folder.</summary>
    public required string File { get; init; }

    /// <summary>What wrote it: <c>jsonl</c>, <c>csv</c>, <c>run</c>, <c>ragas</c>, <c>ragchecker</c>, <c>promptfoo</c> or <c>otel</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Only rows whose columns have these values.</summary>
    public JsonObject? Where { get; init; }

    /// <summary>Where in a row things stand; of a known format instead of what it says.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Scores that the answers were given where they were made: name → where in a row. A metric of kind <c>recorded</c> reads them.</summary>
    public IReadOnlyDictionary<string, string> Scores { get; init; } = new Dictionary<string, string>();

    /// <summary>The name in the price table, instead of the recorded model's.</summary>
    public string? PriceAs { get; init; }
}
