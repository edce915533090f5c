using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Csv;

/// <summary>A line of summary.csv over all rows.</summary>
/// <param name="Metric">Its id, with the quantile where it is one.</param>
/// <param name="N">Rows.</param>
/// <param name="Estimate">Absent when no row has a value.</param>
public sealed record SummaryLine(string Pipeline, string Metric, int N, Estimate? Estimate, Unit Unit, string DefinitionId);
