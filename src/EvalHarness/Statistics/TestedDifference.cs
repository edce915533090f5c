namespace EvalHarness.Statistics;

/// <summary>A paired difference with its interval, and the test that is the interval's inverse.</summary>
/// <param name="P">Two-sided, of no difference; absent when no sample differs or nothing varies.</param>
public sealed record TestedDifference(Estimate Difference, double? P, string Test);
