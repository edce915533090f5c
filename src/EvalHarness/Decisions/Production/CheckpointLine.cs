using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Production;

/// <summary>Another checkpoint of the tuned model against the one that stands for the arm, by one metric.</summary>
/// <param name="Difference">Other − the arm's; absent with fewer than 6 clusters.</param>
/// <param name="PAdjusted">Holm, over all checkpoints and metrics.</param>
public sealed record CheckpointLine(string Pipeline, string Against, Metric Metric, Estimate? Difference, double? PAdjusted, int N);
