using System.Globalization;
using EvalHarness.Inputs;

namespace EvalHarness.Datasets;

/// <summary>Which rows of a dataset are replayed.</summary>
/// <param name="Split">All splits when absent.</param>
/// <param name="Limit">At most so many rows; all when absent.</param>
/// <param name="Seed">Which rows a limit keeps: the same for every pipeline, and a smaller limit keeps a part of what a larger one keeps.</param>
public sealed record SampleSelection(string? Split = null, int? Limit = null, int Seed = 1)
{
    /// <summary>What rows must be beside their split; a limit counts those that are.</summary>
    public SampleFilter Filter { get; init; } = SampleFilter.None;

    /// <summary>A limit keeps the rows of lowest rank.</summary>
    public ulong Rank(Sample sample) => ulong.Parse(
        ContentHash.Of(Seed.ToString(CultureInfo.InvariantCulture), sample.Id).AsSpan(0, 16),
        NumberStyles.AllowHexSpecifier,
        CultureInfo.InvariantCulture);
}
