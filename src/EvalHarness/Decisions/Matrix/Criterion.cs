namespace EvalHarness.Decisions.Matrix;

/// <summary>One reason for which teams choose: a row of the matrix.</summary>
/// <param name="Id">What a decision file calls it.</param>
/// <param name="Title">As people argue: "Sources must be cited".</param>
/// <param name="Asks">What is asked of the data.</param>
/// <param name="Family">Whose badge it has: <see cref="Comparisons.FamilyBadge"/>.</param>
/// <param name="Measures">The best first; the first that two arms have a value for decides.</param>
/// <param name="Margin">A difference that is too small to matter: in the measure's unit, or a share of the smaller mean.</param>
/// <param name="Supply">What to supply where it is not measured.</param>
public sealed record Criterion(string Id, string Title, string Asks, string Family, IReadOnlyList<IMeasure> Measures, double Margin, string Supply)
{
    /// <summary>Whether the margin is a share of the smaller of the two means: of money, times and tokens.</summary>
    public bool IsRelative { get; init; }

    /// <summary>The role of the slice that it is asked on; all rows when absent.</summary>
    public string? Slice { get; init; }

    /// <summary>Whether it is asked on the rows of the study of growth, over its largest corpus.</summary>
    public bool IsOfGrowth { get; init; }
}
