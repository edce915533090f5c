using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Matrix;

/// <summary>One criterion's verdict with all that it rests on.</summary>
/// <param name="Leaders">Those that no other arm is shown to be better than; empty when it is not measured.</param>
/// <param name="Measure">What decided; absent when it is not measured.</param>
/// <param name="Slice"><c>all</c> or <c>tag=value</c>.</param>
/// <param name="Contrasts">Every pair of contenders that has a value.</param>
/// <param name="NNeeded">Samples that would tell the leaders apart by the margin; absent where they need not be, or nothing says.</param>
/// <param name="Missing">What to supply where it is not measured; absent else.</param>
public sealed record MatrixRow(
    Criterion Criterion,
    MatrixVerdict Verdict,
    IReadOnlyList<Arm> Leaders,
    IMeasure? Measure,
    string Slice,
    IReadOnlyList<ArmFigure> Figures,
    IReadOnlyList<ArmContrast> Contrasts,
    Badge Badge,
    int? NNeeded,
    string? Missing)
{
    /// <summary>Contenders that have no value: nothing was shown of them.</summary>
    public IReadOnlyList<Arm> Unmeasured { get; init; } = [];

    /// <summary>Where it was measured when not in this run: "retrieval.distractors 10000, split dev"; absent else.</summary>
    public string? Elsewhere { get; init; }
}
