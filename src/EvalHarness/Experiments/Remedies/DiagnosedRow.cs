namespace EvalHarness.Experiments.Remedies;

/// <summary>What is kept of a recorded row to plan remedies.</summary>
/// <param name="Cluster">Rows of one are not independent.</param>
/// <param name="Rank">Which rows a choice keeps: those of lowest rank.</param>
/// <param name="Question">Of a row that failed; absent else.</param>
/// <param name="Faults">Empty unless it failed.</param>
public sealed record DiagnosedRow(string Pipeline, string Sample, string Cluster, ulong Rank, RowOutcome Outcome, IReadOnlyList<Fault> Faults, string? Question);
