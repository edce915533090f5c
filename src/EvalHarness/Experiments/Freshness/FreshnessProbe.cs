namespace EvalHarness.Experiments.Freshness;

/// <summary>One measurement: a fact, a pipeline, and how long the change took to reach its answer.</summary>
/// <param name="Lag">From the change to the first fresh answer; of a censored one to the end of waiting; absent where nothing was measured.</param>
/// <param name="UpdateTime">What of it the update took; absent where there is none.</param>
/// <param name="Polls">Questions asked after the change.</param>
/// <param name="Why">Why it is no fresh answer; empty for one.</param>
public sealed record FreshnessProbe(string Pipeline, string Sample, ProbeStatus Status, TimeSpan? Lag, TimeSpan? UpdateTime, int Polls, string Why);
