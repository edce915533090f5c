namespace EvalHarness.Datasets;

/// <summary>What an article says of itself above its text: docs/schemas/front-matter.schema.json.</summary>
internal sealed record FrontMatter
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Topic { get; init; }

    public string? Category { get; init; }

    /// <summary>As written: 2026-09-01.</summary>
    public string? Updated { get; init; }
}
