namespace EvalHarness.Experiments.Freshness;

/// <summary>A quantile of lags, in seconds.</summary>
/// <param name="Value">Absent where it lies among those that were not seen to end.</param>
/// <param name="Low">Of the 95 % interval; absent when the data bound it on no side below.</param>
/// <param name="High">Absent when they bound it on no side above.</param>
public sealed record LagQuantile(double? Value, double? Low, double? High);
