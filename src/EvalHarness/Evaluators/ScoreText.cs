using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators;

/// <summary>Makes what stands in scores fit to be kept: plug-ins, programs and judges write it too, and repeat what they were given.</summary>
/// <param name="secrets">Values that must not be shown.</param>
public sealed class ScoreText(IReadOnlyCollection<string> secrets)
{
    private readonly Excerpt reasons = new(secrets);
    private readonly SecretMask mask = new(secrets);

    /// <summary>Nothing is secret.</summary>
    public static ScoreText Open { get; } = new([]);

    /// <summary>Reasons on one line, cut at <see cref="Excerpt.MaxLength"/>; no secret in them or in details.</summary>
    public IReadOnlyList<Score> Kept(IReadOnlyList<Score> scores) => [.. scores.Select(Kept)];

    private Score Kept(Score score) => score with
    {
        Reason = score.Reason is { } reason ? reasons.Start(reason) : null,
        Detail = secrets.Count > 0 && score.Detail is { } detail ? Masked(detail) : score.Detail,
    };

    // Most details hold no secret, and stay what they are.
    private JsonNode Masked(JsonNode detail)
    {
        var written = detail.ToJsonString();
        return mask.Apply(written) == written ? detail : Rewritten(detail)!;
    }

    private JsonNode? Rewritten(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(mask.Apply(f.Key), Rewritten(f.Value))).DistinctBy(f => f.Key)),
        JsonArray items => new JsonArray([.. items.Select(Rewritten)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => mask.Apply(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
