namespace EvalHarness.Evaluators.Groundedness;

/// <summary>One thing that an answer says.</summary>
/// <param name="Text">The claim as the answer words it, without markers.</param>
/// <param name="Sentence">The sentence it stands in: what a pronoun in the claim may lean on.</param>
public sealed record Claim(string Text, string Sentence);
