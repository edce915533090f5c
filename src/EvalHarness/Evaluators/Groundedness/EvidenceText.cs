namespace EvalHarness.Evaluators.Groundedness;

/// <param name="Document">The document's id.</param>
/// <param name="Offset">Where the text begins in that document, in UTF-16 code units; absent when that is not known.</param>
public sealed record EvidenceText(string Document, string Title, string Text, int? Offset);
