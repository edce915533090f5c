using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>A row that waits for an evaluator.</summary>
/// <param name="Gold">The hash of the sample as it stood: a score of an older gold label does not count.</param>
public sealed record ScoringItem(Sample Sample, string Gold, Trace Trace);
