using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>What makes vectors of texts.</summary>
public sealed record EmbedderOptions
{
    /// <summary><c>lsa</c> or <c>char-ngrams</c>, which need no network; absent when <see cref="Endpoint"/> is there.</summary>
    public string? Provider { get; init; }

    /// <summary>A name under the experiment's <c>endpoints:</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The embedding model's name at its endpoint.</summary>
    public string? Name { get; init; }

    /// <summary>The vectors' length; the model's own when absent, 256 for the offline ones.</summary>
    [Range(2, 8192)]
    public int? Dimensions { get; init; }

    /// <summary>Texts in one call while an index is embedded; 128 when absent. It changes no vector, and is left out where it is absent: keys that were made without it stay.</summary>
    [Range(1, 2048)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Batch { get; init; }

    /// <summary>The name in the price table.</summary>
    public string? PriceAs { get; init; }
}
