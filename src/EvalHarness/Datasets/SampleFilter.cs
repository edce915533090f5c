using System.Text.Json.Serialization;

namespace EvalHarness.Datasets;

/// <summary>What a row must be to be replayed, beside its split: all of it must hold.</summary>
public sealed record SampleFilter
{
    /// <summary>Nothing: every row.</summary>
    public static SampleFilter None { get; } = new();

    /// <summary><c>tag=value</c>, every one of which a row must have.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Ids of which a row must have one, in order; any when empty.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    [JsonIgnore]
    public bool IsNone => Tags.Count == 0 && Ids.Count == 0;

    /// <summary>Equal for filters that ask for the same; empty for none.</summary>
    [JsonIgnore]
    public string Identity => IsNone ? "" : string.Join('\n', [.. Tags.Order(StringComparer.Ordinal), "", .. Ids.Order(StringComparer.Ordinal)]);
}
