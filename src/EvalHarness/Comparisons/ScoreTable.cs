using EvalHarness.Metrics;

namespace EvalHarness.Comparisons;

/// <summary>The scores of a run by column: one per pipeline and metric, aligned by row.</summary>
/// <remarks>Nine bytes per row and metric: what statistics need, not what people read.</remarks>
public sealed class ScoreTable
{
    // Owned by the statistics and comparisons slice of the work.
}
