using EvalHarness.Inputs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>What a rater sees of a row, and no more: nothing tells which pipeline wrote the answer, or how it was scored.</summary>
/// <param name="Question">With the turns and the facts that were sent before it.</param>
/// <param name="Evidence">Empty where the answer is held against gold answers.</param>
/// <param name="References">The gold answers; empty where it is held against evidence.</param>
public sealed record ShownRow(string Question, string Answer, string Evidence, IReadOnlyList<string> References)
{
    /// <summary>Labels are for this very text.</summary>
    public string Hash => ContentHash.Of([Question, Answer, Evidence, .. References]);
}
