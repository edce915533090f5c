namespace EvalHarness.Experiments.Remedies;

/// <summary>Rows of a tuned pipeline that are held against what it was trained on.</summary>
/// <param name="TrainFile">Absolute.</param>
public sealed record TrainingListing(string Pipeline, string TrainFile, IReadOnlyList<DiagnosedRow> Rows);
