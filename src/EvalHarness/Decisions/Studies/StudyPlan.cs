using System.Text.Json.Nodes;

namespace EvalHarness.Decisions.Studies;

/// <summary>A study as the decision file asks for it.</summary>
/// <param name="Pipelines">Each is varied in the same way.</param>
/// <param name="Vary">Parameter → values: every combination is a point.</param>
/// <param name="Points">Name → parameter → value: points beside the grid.</param>
public sealed record StudyPlan(
    StudyKind Kind,
    IReadOnlyList<string> Pipelines,
    IReadOnlyDictionary<string, IReadOnlyList<JsonNode?>> Vary,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonNode?>> Points);
