namespace EvalHarness.Calibration;

/// <param name="File">The file it was read from, without its folder.</param>
/// <param name="Judgement">Absent where the row could not be scored.</param>
public sealed record JudgedRow(LabelledRow Row, string File, Judgement? Judgement);
