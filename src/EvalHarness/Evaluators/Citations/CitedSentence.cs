namespace EvalHarness.Evaluators.Citations;

/// <summary>A sentence of an answer that claims something, and the documents it cites.</summary>
/// <param name="Documents">Each once, in the order cited.</param>
internal sealed record CitedSentence(string Text, IReadOnlyList<string> Documents);
