using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Production;

/// <summary>How one arm's retrieval holds up: whether it finds the evidence, for short and long questions, and how long its slowest searches take, apart from generation.</summary>
/// <param name="Recall">Evidence found, by slice: all rows first, then each length of question.</param>
/// <param name="Search">By quantile: <c>p50</c>, <c>p95</c>, <c>p99</c>; embedding and re-ranking are stages of their own.</param>
/// <param name="Unused">Over-retrieval: the share of what was given to the model that is no evidence; absent when it is not measured.</param>
public sealed record RetrievalLine(Arm Arm, string Metric, IReadOnlyList<(string Slice, Estimate Estimate)> Recall, IReadOnlyList<(string Quantile, Estimate Estimate)> Search, Estimate? Unused);
