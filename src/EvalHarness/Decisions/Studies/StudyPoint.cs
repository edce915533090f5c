namespace EvalHarness.Decisions.Studies;

/// <summary>One setting of the studied pipeline.</summary>
/// <param name="Pipeline">What it is called in the study's run.</param>
/// <param name="Values">By parameter of the study; absent where the default counts.</param>
/// <param name="Figures">The first decides.</param>
public sealed record StudyPoint(string Pipeline, IReadOnlyList<string?> Values, bool IsUnvaried, IReadOnlyList<StudyFigure> Figures)
{
    /// <summary>As the user calls it; absent where its settings say it.</summary>
    public string? Name { get; init; }
}
