using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>A window of a document.</summary>
/// <param name="Id">The document's id and the window's number from 0: <c>password-reset#2</c>.</param>
/// <param name="Span">Where it stands in the document's text, without the blanks around it.</param>
public sealed record Chunk(string Id, Document Document, TextSpan Span)
{
    public string Text { get; } = Document.Text[Span.Start..Span.End];

    /// <summary>The document's title, and the headings that lead to the chunk where it was cut by sections.</summary>
    public string Title { get; init; } = Document.Title;

    /// <summary>What is embedded, and what a re-rank endpoint is sent.</summary>
    public string TitledText => $"{Title}\n{Text}";

    public Passage ToPassage(double score) => new(Id, Document.Id, Title, Text, Span, score);
}
