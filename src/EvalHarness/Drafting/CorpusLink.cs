using EvalHarness.Datasets;

namespace EvalHarness.Drafting;

/// <summary>A document points to another one.</summary>
/// <param name="At">Where the link stands in the first.</param>
internal sealed record CorpusLink(Document From, TextSpan At, Document To);
