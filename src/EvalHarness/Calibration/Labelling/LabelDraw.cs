namespace EvalHarness.Calibration.Labelling;

/// <summary>How rows are drawn.</summary>
/// <param name="Count">At least 1; all rows where the run has fewer.</param>
/// <param name="IsStratified">By pipeline and verdict, each in proportion.</param>
public sealed record LabelDraw(int Count, int Seed, bool IsStratified);
