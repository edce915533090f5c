namespace EvalHarness.Decisions.Studies;

/// <summary>One worry of production that is answered by varying a pipeline on the same rows.</summary>
/// <param name="Id">What a decision file calls it.</param>
/// <param name="Asks">What is asked of the data.</param>
/// <param name="Measures">The first decides: its differences are tested; those that a run does not have are left out.</param>
public sealed record StudyKind(string Id, string Title, string Asks, IReadOnlyList<StudyMeasure> Measures)
{
    /// <summary>Whether the index changes in size.</summary>
    public bool ResizesIndex { get; init; }

    /// <summary>Whether questions and prompts are reworded, so that all points should say the same.</summary>
    public bool IsOfWording { get; init; }
}
