namespace EvalHarness.Reports.Html.Rows;

/// <summary>A passage, stored once for all rows that were given it.</summary>
public sealed record PassageEntry(PackedText Id, PackedText Document, PackedText Title, PackedText Text);
