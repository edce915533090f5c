namespace EvalHarness.Reports.Sweeps;

/// <summary>Words in rows and columns, before a terminal or a page draws them.</summary>
/// <param name="Heads">The first is of the points' names.</param>
public sealed record SweepTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
