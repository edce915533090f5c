namespace EvalHarness.Nightly.Gold;

/// <summary>A sample whose evidence the corpus no longer holds.</summary>
/// <param name="Why">What is gone, and where it stood.</param>
public sealed record StaleSample(string Sample, string Document, string Why);
