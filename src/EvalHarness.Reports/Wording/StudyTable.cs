namespace EvalHarness.Reports.Wording;

/// <summary>A study in words, row by row, before a terminal, a file or a page draws it.</summary>
/// <param name="Heads">The first is of the settings.</param>
/// <param name="Note">What follows from all rows together; absent where nothing does.</param>
public sealed record StudyTable(string Title, string Asks, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note);
