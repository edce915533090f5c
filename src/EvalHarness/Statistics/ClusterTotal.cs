namespace EvalHarness.Statistics;

/// <summary>What one cluster adds to the mean of all.</summary>
/// <param name="Residual">Sum over its samples of value − mean of all.</param>
/// <param name="Size">Its samples.</param>
public readonly record struct ClusterTotal(double Residual, double Size);
