using EvalHarness.Statistics;

namespace EvalHarness.Calibration.Labelling;

/// <summary>How far two raters agree, on rows that both decided.</summary>
/// <param name="Agreed">The share of rows with the same label, in [0, 1]; absent without rows.</param>
/// <param name="Kappa">Cohen's, its interval clustered by group; absent where chance alone agrees always.</param>
/// <param name="Ac1">Gwet's, which holds up where nearly every row has one label.</param>
public sealed record RaterPair(string First, string Second, int N, double? Agreed, Estimate? Kappa, double? Ac1);
