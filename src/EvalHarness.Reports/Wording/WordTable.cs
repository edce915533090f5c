namespace EvalHarness.Reports.Wording;

/// <summary>Words in rows and columns, before a terminal or a page draws them.</summary>
/// <param name="Heads">The first is of the rows' names.</param>
public sealed record WordTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
