namespace EvalHarness.Drafting.Reviews;

/// <summary>What a reviewer hands in.</summary>
/// <param name="Reviewer">Absent where the file does not say.</param>
public sealed record ReviewSheet(string? Reviewer, IReadOnlyList<ReviewedRow> Rows);
