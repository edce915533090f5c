namespace EvalHarness.Nightly.History;

/// <summary>What both sides scored on one sample, in the metric's unit, over its repeats.</summary>
/// <param name="Champion">Absent without a champion.</param>
/// <param name="Draws">Repeats.</param>
public readonly record struct NightValue(string Metric, string Sample, double Candidate, double? Champion, int Draws);
