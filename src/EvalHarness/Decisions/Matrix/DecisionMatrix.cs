using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>Makes the matrix: by every criterion, what these rows say of the arms.</summary>
/// <remarks>
/// Between any two contenders the paired difference of one measure decides, by sample and clustered as every comparison is. A row names a winner only
/// where its interval against each other contender excludes 0 and the p adjusted over all contrasts of the matrix (Holm) agrees. No point estimate decides.
/// </remarks>
public sealed class DecisionMatrix(DecisionInputs inputs)
{
    private const double Confidence = 0.95;

    private readonly MatrixSource run = new(inputs.Table, inputs.Arms, Elsewhere: null);
    private readonly Arms arms = inputs.Arms;
    private readonly DecisionSettings settings = inputs.Settings;
    private readonly ClusterDraws draws = new(inputs.Seed);
    private readonly ContrastTest test = new(inputs.Seed);

    /// <summary>One row for each criterion, in their order.</summary>
    public IReadOnlyList<MatrixRow> Rows()
    {
        var asked = Criteria.All.Select(Ask).ToList();

        // One without evidence stays in the family as p = 1: whether it varies was not known beforehand.
        var adjusted = Holm.Adjust([.. asked.SelectMany(a => a.Contrasts).Select(c => c.P ?? 1)]);
        var place = 0;
        return [.. asked.Select(row => Judge(row with { Contrasts = [.. row.Contrasts.Select(c => Adjusted(c, adjusted[place++]))] }))];
    }

    private MatrixRow Ask(Criterion criterion)
    {
        MatrixRow nothing = new(criterion, MatrixVerdict.NotMeasured, [], null, Slice.All, [], [], inputs.BadgeOf(criterion.Family), null, criterion.Supply);
        if (SourceOf(criterion) is not { } source || SliceOf(criterion, source) is not { } slice)
            return nothing;
        foreach (var measure in criterion.Measures)
            if (Figures(measure, source, slice) is var figures && figures.Count(IsMeasured) > 1)
                return nothing with { Measure = measure, Slice = slice.Name, Figures = figures, Contrasts = Contrasts(criterion, measure, source, slice, figures), Missing = null, Elsewhere = source.Elsewhere };
        return nothing with { Slice = slice.Name };
    }

    private MatrixSource? SourceOf(Criterion criterion) => criterion.IsOfGrowth ? MatrixSource.OfGrowth(inputs.Studies) : run;

    private bool IsMeasured(ArmFigure figure) => figure.Estimate is not null && arms.Contenders.Contains(figure.Arm);

    private Slice? SliceOf(Criterion criterion, MatrixSource source) =>
        criterion.Slice is not { } role ? source.Table.Slices[0] : settings.Slices.TryGetValue(role, out var name) ? source.Table.Slices.FirstOrDefault(s => s.Name == name) : null;

    private List<ArmFigure> Figures(IMeasure measure, MatrixSource source, Slice slice) =>
    [
        .. from arm in source.Arms.Pipelines
           let valueOf = measure.Values(source.Table, arm.Value)
           where valueOf is not null
           let values = SliceValues.Of(slice, source.Table, valueOf)
           select new ArmFigure(arm.Key, arm.Value, MeanEstimator.Of(values, ValueRange.Of(measure.Unit), Confidence, draws), slice.Samples.Count == 0 ? 0 : (double)values.N / slice.Samples.Count),
    ];

    private List<ArmContrast> Contrasts(Criterion criterion, IMeasure measure, MatrixSource source, Slice slice, List<ArmFigure> figures)
    {
        var measured = figures.Where(IsMeasured).ToList();
        var margin = settings.Margins.GetValueOrDefault(criterion.Id, criterion.Margin);
        return
        [
            .. from first in measured
               from second in measured
               where first.Arm < second.Arm
               let width = criterion.IsRelative ? margin * Math.Min(first.Estimate!.Value, second.Estimate!.Value) : margin
               select test.Of(first, second, Differences(measure, source.Table, slice, first.Pipeline, second.Pipeline), measure, width),
        ];
    }

    private static ClusteredValues Differences(IMeasure measure, ScoreTable table, Slice slice, string first, string second)
    {
        var (one, other) = (measure.Values(table, first)!, measure.Values(table, second)!);
        return SliceValues.Of(slice, table, sample => one(sample) - other(sample));
    }

    private static ArmContrast Adjusted(ArmContrast contrast, double p) => contrast with { PAdjusted = contrast.P is null ? null : p };

    private MatrixRow Judge(MatrixRow row)
    {
        if (row.Measure is not { } measure)
            return row;
        ArmContrast[] contrasts = [.. row.Contrasts.Select(c => c with { Better = ContrastTest.BetterOf(c, measure.Direction) })];
        Arm[] contenders = [.. arms.Contenders.Where(a => contrasts.Any(c => c.IsOf(a)))];
        var leaders = Leaders(contrasts, contenders);
        var open = contrasts.Where(c => leaders.Contains(c.First) && leaders.Contains(c.Second) && !c.IsEqual).ToList();
        return row with
        {
            Contrasts = contrasts,
            Leaders = leaders,
            Unmeasured = [.. arms.Contenders.Except(contenders)],
            Verdict = VerdictOf(contrasts, contenders, leaders, open),
            // As many as there are did not do: then nothing says how many would.
            NNeeded = open.Count == 0 || open.Max(c => c.NNeeded) is not { } needed || needed <= open.Max(c => c.N) ? null : needed,
        };
    }

    // Nobody is shown to be better than these. One that leads alone shares with those that it is not shown to beat; where pairs on unlike rows go round in a circle, nobody leads.
    private static Arm[] Leaders(ArmContrast[] contrasts, Arm[] contenders)
    {
        Arm[] unbeaten = [.. contenders.Where(a => !contrasts.Any(c => c.IsOf(a) && c.Better is { } better && better != a))];
        return unbeaten switch
        {
            [] => contenders,
            [var only] => [.. contenders.Where(a => a == only || contrasts.Any(c => c.IsOf(a) && c.IsOf(only) && c.Better is null))],
            _ => unbeaten,
        };
    }

    private static MatrixVerdict VerdictOf(ArmContrast[] contrasts, Arm[] contenders, Arm[] leaders, List<ArmContrast> open)
    {
        if (leaders.Length == 1 && contrasts.Where(c => c.IsOf(leaders[0])).All(c => c.Better == leaders[0]))
            return MatrixVerdict.Best;
        if (leaders.Length < contenders.Length)
            return MatrixVerdict.Shared;
        return open.Count == 0 ? MatrixVerdict.NoDifferenceShown : MatrixVerdict.NotEnoughRows;
    }
}
