namespace EvalHarness.Comparisons;

/// <summary>Some of the samples.</summary>
/// <param name="Name"><c>all</c> or <c>tag=value</c>.</param>
/// <param name="Samples">Places in <see cref="ScoreTable.Samples"/>, ascending.</param>
public sealed record Slice(string Name, IReadOnlyList<int> Samples)
{
    public const string All = "all";

    public bool IsAll => Name == All;
}
