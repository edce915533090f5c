using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Metrics;

namespace EvalHarness.Diagnosis;

/// <summary>How many of an answer's claims its evidence speaks against, or does not speak of, read from the detail of a groundedness score.</summary>
internal sealed record ClaimFaults(int Contradicted, int Unsupported)
{
    /// <summary>Details are what evaluators, plug-ins among them, put there: a part of another shape says nothing.</summary>
    public static ClaimFaults? Read(Score? score)
    {
        if (score?.Detail is not JsonArray claims)
            return null;
        var unsupported = claims.OfType<JsonObject>().Where(c => Is(c["supported"], JsonValueKind.False)).ToList();
        var contradicted = unsupported.Count(c => Is(c["contradicted"], JsonValueKind.True));
        return new(contradicted, unsupported.Count - contradicted);
    }

    private static bool Is(JsonNode? node, JsonValueKind kind) => node is JsonValue value && value.GetValueKind() == kind;
}
