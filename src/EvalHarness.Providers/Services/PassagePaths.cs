namespace EvalHarness.Providers.Services;

/// <summary>Where within a passage things stand, as JSON paths.</summary>
public sealed record PassagePaths
{
    public required string Text { get; init; }

    /// <summary>Absent: the document and a hash of the text.</summary>
    public string? Id { get; init; }

    /// <summary>Absent: the id.</summary>
    public string? Document { get; init; }

    public string? Title { get; init; }

    /// <summary>Absent, or missing in a passage: 1 / its place in the list.</summary>
    public string? Score { get; init; }

    /// <summary>Where it starts in the document, in UTF-16 code units; needs <see cref="End"/>.</summary>
    public string? Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public string? End { get; init; }

    internal IEnumerable<(string Key, string? Path)> All() =>
    [
        ("reply.passage.text", Text),
        ("reply.passage.id", Id),
        ("reply.passage.document", Document),
        ("reply.passage.title", Title),
        ("reply.passage.score", Score),
        ("reply.passage.start", Start),
        ("reply.passage.end", End),
    ];
}
