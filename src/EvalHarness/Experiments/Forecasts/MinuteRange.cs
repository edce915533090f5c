namespace EvalHarness.Experiments.Forecasts;

/// <summary>So many minutes at least, and so many at most.</summary>
public readonly record struct MinuteRange(double Low, double High);
