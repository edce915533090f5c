namespace EvalHarness.Nightly.Gold;

/// <summary>A quote that was found again under another spelling or in another document.</summary>
public sealed record AnchoredEvidence(string Sample, string Document, string Quote, string NewDocument, string NewQuote);
