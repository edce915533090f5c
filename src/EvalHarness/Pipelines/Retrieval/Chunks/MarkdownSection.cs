using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>What stands under a heading, the heading included, down to the next heading.</summary>
/// <param name="Path">The headings that lead to it, outermost first; empty before the first heading.</param>
internal sealed record MarkdownSection(IReadOnlyList<string> Path, TextSpan Span);
