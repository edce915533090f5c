using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <param name="Document">The document's id.</param>
/// <param name="Offset">Where the text begins in that document, in UTF-16 code units; absent when that is not known.</param>
public sealed record EvidenceText(string Document, string Title, string Text, int? Offset)
{
    /// <summary>Where a part of the text stands in the document; absent when the text's own place is not known.</summary>
    public TextSpan? InDocument(int start, int end) => Offset is { } offset ? new TextSpan(offset + start, offset + end) : null;
}
