namespace EvalHarness.Decisions.Sweeps;

/// <summary>Which pipeline is varied, in what, and to which points.</summary>
/// <param name="Parameters">Below the pipeline's settings: <c>retrieval.chunk.tokens</c>.</param>
/// <param name="Points">In the order in which they were asked for; exactly one is the pipeline as it is.</param>
public sealed record SweepGrid(string Pipeline, IReadOnlyList<string> Parameters, IReadOnlyList<SweepPoint> Points)
{
    public SweepPoint Unvaried => Points.Single(p => p.IsUnvaried);
}
