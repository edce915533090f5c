using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>A parameter of the varied pipeline and the values that it takes.</summary>
/// <param name="Parameter">Below the pipeline's settings: <c>retrieval.chunk.tokens</c>.</param>
/// <param name="Values">At least one; an absent one takes the key away, so that the default counts.</param>
public sealed record Variation(string Parameter, IReadOnlyList<JsonNode?> Values)
{
    /// <param name="text"><c>retrieval.chunk.tokens=120,240,480</c>: the values are YAML, as they would stand in a list.</param>
    /// <exception cref="InputException">It is no such text.</exception>
    public static Variation Parse(string text)
    {
        var where = $"--vary {text}";
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var values = equals > 0 ? YamlFile.ParseValue(where, $"[{text[(equals + 1)..]}]") as JsonArray : null;
        return values is { Count: > 0 }
            ? new Variation(text[..equals], [.. values.Select(v => v?.DeepClone())])
            : throw new InputException(new InputProblem(where, "this names no values", "Write --vary parameter=value,value, as in --vary retrieval.chunk.tokens=120,240."));
    }
}
