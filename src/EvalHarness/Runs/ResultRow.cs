using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>One sample, one pipeline, one repetition, with all that is known of it.</summary>
/// <param name="Pipeline">The name in this run; the trace may have been made under another name of the same identity.</param>
/// <param name="Scores">By metric id.</param>
public sealed record ResultRow(string Pipeline, int Repeat, Sample Sample, Trace Trace, IReadOnlyDictionary<string, Score> Scores);
