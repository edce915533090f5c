namespace EvalHarness.Cli.Tracking;

/// <param name="Timestamp">Milliseconds since 1970.</param>
/// <param name="Step">Counts from 0 how often the figure was another one when the run was exported.</param>
internal sealed record MlflowMetric(string Key, double Value, long Timestamp, long Step);
