using EvalHarness.Datasets;

namespace EvalHarness.Entailment;

/// <summary>A stretch of evidence that fits into the model.</summary>
/// <param name="Span">Where it stands in the document; absent when that is not known.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Ids">Its tokens, those of the title in front.</param>
internal sealed record PremiseWindow(string Document, TextSpan? Span, string Quote, IReadOnlyList<int> Ids);
