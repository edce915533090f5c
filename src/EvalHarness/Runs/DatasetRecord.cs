using System.Text.Json.Serialization;
using EvalHarness.Datasets;

namespace EvalHarness.Runs;

/// <summary>The rows of a run: which file, which split, how many.</summary>
/// <param name="Hash">SHA-256 of the samples file.</param>
/// <param name="Limit">Rows asked for; absent when all of the split was.</param>
public sealed record DatasetRecord(string File, string Hash, string Split, int Samples, int? Limit)
{
    /// <summary>What rows had to be; absent when they could be any.</summary>
    public SampleFilter? Filter { get; init; }

    [JsonIgnore]
    public SampleChoice Choice => new(Limit) { Filter = Filter ?? SampleFilter.None };
}
