namespace EvalHarness.Nightly;

/// <summary>One sample of which a metric differs.</summary>
/// <param name="Before">The champion's tonight, or the candidate's last time.</param>
/// <param name="Now">The candidate's tonight.</param>
/// <param name="IsFlaky">It comes and goes by chance: no alert.</param>
public sealed record RowChange(string Sample, string Metric, double Before, double Now, bool IsWorse, bool IsFlaky);
