using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>One retrieved passage in its place.</summary>
/// <param name="Span">Where it stands in its document; absent when nobody knows.</param>
/// <param name="Text">Its text, where it is known.</param>
/// <param name="RankBefore">Its rank before re-ranking, from 1; absent where a service tells no candidates.</param>
internal sealed record Ranked(string Document, TextSpan? Span, string? Text, int? RankBefore = null);
