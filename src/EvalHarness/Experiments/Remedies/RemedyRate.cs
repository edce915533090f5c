using EvalHarness.Statistics;

namespace EvalHarness.Experiments.Remedies;

/// <summary>How many of the rows that were tried changed sides.</summary>
/// <param name="Changed">Rows whose answer became right, or wrong.</param>
/// <param name="AskedAgain">Those of them that did so when the pipeline as it is was asked again: chance, and no remedy.</param>
/// <param name="Judged">Rows of which it is known.</param>
/// <param name="Tried">All rows.</param>
/// <param name="Rate">Of the judged; absent where there is none.</param>
public sealed record RemedyRate(int Changed, int AskedAgain, int Judged, int Tried, Estimate? Rate);
