namespace EvalHarness.Reports.Html.Rows;

/// <summary>The rows of a page: their list, and where the rows themselves are.</summary>
/// <param name="Inline">The one block that stands in the page; absent when rows lie in files beside it.</param>
/// <param name="Files">Blocks in <c>rows/</c>.</param>
/// <param name="LeftOut">Samples that the page does not list because the list alone would be too large.</param>
public sealed record PagedRows(IReadOnlyList<RowIndexEntry> Index, RowBlock? Inline, int Files, int LeftOut);
