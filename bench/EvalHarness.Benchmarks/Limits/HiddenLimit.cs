namespace EvalHarness.Benchmarks.Limits;

/// <summary>A token bucket that the caller is not told of.</summary>
/// <param name="Burst">Calls that the full bucket takes at once.</param>
/// <param name="SaysWhen">Sends Retry-After with a refusal.</param>
internal sealed record HiddenLimit(double PerSecond, double Burst, TimeSpan Latency, bool SaysWhen);
