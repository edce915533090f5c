namespace EvalHarness.Reports.Html.Rows;

/// <summary>What the list of rows shows, searches and filters by, without the row itself.</summary>
/// <param name="Slices">Places in the report's slices.</param>
/// <param name="Block">The block that holds the row.</param>
/// <param name="Place">The row's place in its block.</param>
/// <param name="Marks">Per pipeline; of repeats the first.</param>
/// <param name="Causes">Per pipeline the places of the causes by which a repeat went wrong; absent when none did.</param>
public sealed record RowIndexEntry(string Id, string Question, string? Answer, IReadOnlyList<int> Slices, int Block, int Place, IReadOnlyList<string?> Marks, IReadOnlyList<IReadOnlyList<int>>? Causes);
