namespace EvalHarness.Datasets;

/// <summary>Where an answer stands in the corpus: a quoted text, never a chunk, so that chunking can change without re-labelling.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Quote">Verbatim from the document; empty when the whole document is meant.</param>
public sealed record GoldEvidence(string Document, string Quote = "");
