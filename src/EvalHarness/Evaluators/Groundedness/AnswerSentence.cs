namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A sentence of an answer, a row of its table or a piece of its code.</summary>
/// <param name="Text">As the answer words it, without markers.</param>
/// <param name="Claims">What it says; nothing for a question, a courtesy, an abstention.</param>
internal sealed record AnswerSentence(string Text, IReadOnlyList<Claim> Claims);
