using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>One effect of the 2 × 2 of retrieval and tuning, on the samples that all four arms have.</summary>
/// <param name="Kind"><c>retrieval</c>, <c>tuning</c> or <c>interaction</c>.</param>
/// <param name="Estimate">Higher is better; absent with fewer than 6 clusters.</param>
public sealed record FactorialEffect(string Kind, Estimate? Estimate, double? P, int N, int Clusters);
