namespace EvalHarness.Decisions.Boundaries;

/// <summary>Finds, for every pair of contenders, where along the user's circumstances the choice between them turns.</summary>
/// <remarks>Each difference is linear in its parameter; both of its parts are estimated on the same rows, clustered.</remarks>
public sealed class BoundaryMaker(DecisionInputs inputs)
{
    // A boundary is looked for so far beyond the user's own value, and beyond where the estimates are equal.
    private const double BeyondGiven = 10;
    private const double BeyondFlip = 2;

    private readonly VolumeLines volume = new(inputs);
    private readonly MixedLines mixed = new(inputs);
    private readonly WrongAnswerLines wrongAnswers = new(inputs);

    /// <returns>By parameter, then by pair; without those that the run has no rows for. All pairs of a parameter have the same range.</returns>
    public IReadOnlyList<Boundary> All() => [.. Enum.GetValues<BoundaryParameter>().SelectMany(All)];

    private IEnumerable<Boundary> All(BoundaryParameter parameter)
    {
        var lines = from first in inputs.Arms.Contenders
                    from second in inputs.Arms.Contenders
                    where first < second
                    let line = Of(parameter, first, second)
                    where line is not null
                    select line;
        return lines.ToList() is { Count: > 0 } found ? found.ConvertAll(line => Made(line, Reach(found))) : [];
    }

    private BoundaryLine? Of(BoundaryParameter parameter, Arm first, Arm second) => parameter switch
    {
        BoundaryParameter.Volume => volume.Of(first, second),
        BoundaryParameter.ChangedShare => mixed.Changed(first, second),
        BoundaryParameter.UnanswerableShare => mixed.Unanswerable(first, second),
        _ => wrongAnswers.Of(first, second),
    };

    private static Boundary Made(BoundaryLine line, double most) => new(
        line.Parameter,
        line.First,
        line.Second,
        line.Difference.Regions(0, most),
        line.Difference.Flip is { } flip && flip > 0 && flip < most ? flip : null,
        line.Given,
        line.Badge,
        line.N);

    private static double Reach(List<BoundaryLine> lines) => lines[0].Parameter switch
    {
        BoundaryParameter.ChangedShare or BoundaryParameter.UnanswerableShare => 1,
        BoundaryParameter.Volume => Reach(lines, 1000),
        _ => Reach(lines, 1),
    };

    private static double Reach(List<BoundaryLine> lines, double least) =>
        Math.Max(least, Math.Max(BeyondGiven * (lines[0].Given ?? 0), BeyondFlip * lines.Max(l => l.Difference is { Flip: { } flip, IsSlopeShown: true } ? flip : 0)));
}
