using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>One retrieved passage in its place.</summary>
/// <param name="Span">Where it stands in its document; absent when nobody knows.</param>
/// <param name="Text">Its text, where it is known.</param>
internal sealed record Ranked(string Document, TextSpan? Span, string? Text);
