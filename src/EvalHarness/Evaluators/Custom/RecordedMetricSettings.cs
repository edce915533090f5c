using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Custom;

/// <summary>A metric that was scored where the answers were made, as the experiment file has it.</summary>
internal sealed record RecordedMetricSettings
{
    public string Kind { get; init; } = RecordedMetricFactory.RecordedKind;

    /// <summary>Which recorded score it is, or which for samples of a tag: <c>type=mcq</c> → name. Other samples have none.</summary>
    public required System.Text.Json.Nodes.JsonNode Scores { get; init; }

    public Unit Unit { get; init; } = Unit.Number;
}
