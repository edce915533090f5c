using EvalHarness.Comparisons;
using EvalHarness.Decisions.Studies;

namespace EvalHarness.Decisions.Matrix;

/// <summary>The rows that a criterion is asked on.</summary>
/// <param name="Elsewhere">Where, when it is not the run that is decided on.</param>
internal sealed record MatrixSource(ScoreTable Table, Arms Arms, string? Elsewhere)
{
    /// <returns>Absent where no study of growth was made.</returns>
    public static MatrixSource? OfGrowth(StudyResults? studies) => studies is not { Grown: { } grown }
        ? null
        : new MatrixSource(grown.Table(), new Arms(grown.Pipelines), $"{grown.Says}, split {studies.Dataset.Split}");
}
