namespace EvalHarness.Statistics;

/// <summary>A value with its interval; it never travels without the n it rests on.</summary>
/// <param name="Low">Absent when the data bound it on no side below: printed as unbounded.</param>
/// <param name="High">Absent when the data bound it on no side above.</param>
/// <param name="Confidence">Two-sided: 0.95.</param>
/// <param name="Method">Which interval: <c>wilson</c>, <c>clustered-t</c>, <c>order-statistic</c>.</param>
public sealed record Estimate(double Value, double? Low, double? High, double Confidence, string Method, int N);
