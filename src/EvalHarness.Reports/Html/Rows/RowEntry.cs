namespace EvalHarness.Reports.Html.Rows;

/// <summary>One gold sample and what every pipeline made of it, as the page reads it.</summary>
/// <remarks>Names that come from data stand in pairs, never as property names: in a script file <c>__proto__</c> would not be a name.</remarks>
public sealed record RowEntry
{
    /// <summary>Present when the list of rows holds its beginning alone.</summary>
    public PackedText? Question { get; init; }

    /// <summary>Role and content.</summary>
    public IReadOnlyList<PackedText[]>? Messages { get; init; }

    public IReadOnlyList<PackedText[]>? Context { get; init; }

    public IReadOnlyList<PackedText[]>? Tags { get; init; }

    public IReadOnlyList<PackedText>? Answers { get; init; }

    public IReadOnlyList<PackedText>? Superseded { get; init; }

    /// <summary>Document, title and quote.</summary>
    public IReadOnlyList<PackedText[]>? Evidence { get; init; }

    public PackedText? Expected { get; init; }

    public bool? Unanswerable { get; init; }

    public required IReadOnlyList<ResultEntry> Results { get; init; }
}
