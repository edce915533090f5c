namespace EvalHarness.Benchmarks.Linting;

/// <summary>A gold question that was put into the training data.</summary>
/// <param name="Kind">How it was changed.</param>
internal sealed record PlantedLeak(string Sample, string Kind);
