namespace EvalHarness.Statistics;

/// <summary>The rows whose score lies in one part of [0, 1].</summary>
/// <param name="Low">Where the part begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Score">Their mean score.</param>
/// <param name="Rate">The share of them labelled yes: equal to the score where scores are probabilities.</param>
public sealed record ReliabilityBin(double Low, double High, int N, double Score, double Rate);
