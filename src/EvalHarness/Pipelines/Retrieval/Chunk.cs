using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>A window of a document.</summary>
/// <param name="Id">The document's id and the window's number from 0: <c>password-reset#2</c>.</param>
/// <param name="Span">Where it stands in the document's text, without the blanks around it.</param>
public sealed record Chunk(string Id, Document Document, TextSpan Span)
{
    public string Text { get; } = Document.Text[Span.Start..Span.End];

    public Passage ToPassage(double score) => new(Id, Document.Id, Document.Title, Text, Span, score);
}
