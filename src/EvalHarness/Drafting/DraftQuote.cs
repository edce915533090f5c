namespace EvalHarness.Drafting;

/// <summary>Words of a passage, as a model gives them back.</summary>
/// <param name="Passage">Its label: <c>p1</c>.</param>
internal sealed record DraftQuote(string Passage, string Quote);
