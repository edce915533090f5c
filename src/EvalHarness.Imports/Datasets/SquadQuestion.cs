namespace EvalHarness.Imports.Datasets;

/// <summary>A question of SQuAD.</summary>
/// <param name="Starts">Of each answer, in code points of the paragraph.</param>
internal sealed record SquadQuestion(string Where, string Id, string Question, bool IsImpossible, IReadOnlyList<string> Answers, IReadOnlyList<int> Starts)
{
    /// <summary>How many texts of the paragraph look like an answer and are none.</summary>
    public int PlausibleAnswers { get; init; }
}
