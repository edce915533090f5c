namespace EvalHarness.Nightly.Detectors;

/// <summary>One sample on one night, as a detector sees it.</summary>
/// <param name="Cluster">Rows of one cluster follow each other.</param>
/// <param name="Difference">Candidate − champion as a share of the metric's range, in [-1, 1]; above 0 the candidate is better.</param>
/// <param name="IsAnew">Whether the answers were known, before the night, to be drawn anew each time; see <see cref="PairVariation"/>.</param>
public readonly record struct PairedRow(int Cluster, double Difference, bool IsAnew);
