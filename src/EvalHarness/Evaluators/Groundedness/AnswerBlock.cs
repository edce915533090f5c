namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A stretch of an answer that is read in one way.</summary>
/// <param name="Text">Of code: what stands between the fences, after the line that leads in.</param>
internal sealed record AnswerBlock(BlockKind Kind, string Text);
