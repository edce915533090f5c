namespace EvalHarness.Datasets;

/// <summary>Which rows of a split somebody wants.</summary>
/// <param name="Limit">At most so many of those that the filter leaves, a seeded choice; all when absent.</param>
public sealed record SampleChoice(int? Limit = null)
{
    public SampleFilter Filter { get; init; } = SampleFilter.None;

    /// <summary>Equal for choices that keep the same rows.</summary>
    public string Identity => Filter.IsNone ? $"{Limit}" : $"{Limit} {Filter.Identity}";
}
