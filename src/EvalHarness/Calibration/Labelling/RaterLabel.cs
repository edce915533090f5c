namespace EvalHarness.Calibration.Labelling;

/// <summary>One line of a rater's file, as it was read.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Label">As it was written; empty where the rater has not got to it.</param>
/// <param name="Shown">The answer that stands beside the label; absent where the file holds labels alone.</param>
public sealed record RaterLabel(string Where, string Id, string Label, string? Shown = null);
