using EvalHarness.Datasets;

namespace EvalHarness.Pipelines;

/// <summary>A piece of a document, as it was given to the model.</summary>
/// <param name="Id">Stable within an index: <c>password-reset#2</c>.</param>
/// <param name="Span">Where it stands in the document; absent when the service does not say.</param>
/// <param name="Score">The score it was ranked by last.</param>
public sealed record Passage(string Id, string Document, string Title, string Text, TextSpan? Span, double Score);
