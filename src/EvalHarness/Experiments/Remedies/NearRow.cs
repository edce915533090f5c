using EvalHarness.TrainingData;

namespace EvalHarness.Experiments.Remedies;

/// <summary>A failed row of a tuned pipeline, and the examples that it was trained on that are nearest to its question.</summary>
/// <param name="Nearest">The nearest first; empty where none shares a shingle.</param>
public sealed record NearRow(string Pipeline, string Sample, string Question, IReadOnlyList<NearExample> Nearest);
