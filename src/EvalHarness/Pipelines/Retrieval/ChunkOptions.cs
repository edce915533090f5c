using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>How a document is cut into passages.</summary>
public sealed record ChunkOptions
{
    /// <summary>Where a document is cut: <c>tokens</c> (a window), <c>sentences</c> (as many as fit), <c>sections</c> (Markdown headings; a long one is cut by sentences).</summary>
    public string By { get; init; } = "tokens";

    /// <summary>The window, in tokens (o200k).</summary>
    [Range(16, 8192)]
    public int Tokens { get; init; } = 160;

    /// <summary>Tokens that a window shares with the one before it; below the window's size.</summary>
    [Range(0, 4096)]
    public int Overlap { get; init; } = 40;
}
