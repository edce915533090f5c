namespace EvalHarness.Experiments.Remedies;

/// <summary>The rows of a pipeline with one fault that a remedy is tried on.</summary>
/// <param name="All">How many there are, tried or not.</param>
public sealed record FaultRows(Fault Fault, IReadOnlyList<DiagnosedRow> Rows, int All);
