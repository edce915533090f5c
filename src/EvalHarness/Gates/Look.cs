namespace EvalHarness.Gates;

/// <summary>One look at a dataset through a gate.</summary>
/// <param name="Number">From 1; the same evidence looked at again keeps its number.</param>
/// <param name="Alpha">What it may spend; 0 when nothing is left.</param>
public sealed record Look(int Number, double Alpha);
