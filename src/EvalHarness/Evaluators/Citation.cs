namespace EvalHarness.Evaluators;

/// <summary>Which sentence of an answer rests on which document.</summary>
public sealed record Citation(string Sentence, string Document);
