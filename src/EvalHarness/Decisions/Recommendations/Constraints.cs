using EvalHarness.Comparisons;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Recommendations;

/// <summary>Holds every contender against the constraints that the decision file names.</summary>
internal sealed class Constraints(DecisionInputs inputs, IReadOnlyList<MatrixRow> matrix)
{
    private const double DaysPerMonth = 30;
    private const double Confidence = 0.95;
    private const string Latency = "latency-service-ms";

    private readonly FixedSums fixedSums = new(inputs);

    /// <returns>By constraint, then by arm.</returns>
    public IReadOnlyList<ConstraintCheck> Checks() =>
    [
        .. Asked("must_cite", inputs.Settings.MustCite, Unit.YesNo, isFloor: true, inputs.BadgeOf("citations"), arm => FigureOf("citations", arm)),
        .. Asked("must_format", inputs.Settings.MustFormat, Unit.YesNo, isFloor: true, inputs.BadgeOf("format"), arm => FigureOf("format", arm)),
        .. Asked("latency_objective_ms", inputs.Settings.LatencyObjectiveMs, Unit.Milliseconds, isFloor: false, inputs.BadgeOf("latency"), Percentile),
        .. Asked("budget_usd_per_month", inputs.Settings.BudgetUsdPerMonth, Unit.Usd, isFloor: false, inputs.BadgeOf("cost") is var badge && badge > Badge.Scenario ? badge : Badge.Scenario, MonthlyCost),
    ];

    // What says nothing about the systems in question excludes none of them.
    private IEnumerable<ConstraintCheck> Asked(string constraint, double? bound, Unit unit, bool isFloor, Badge badge, Func<Arm, Estimate?> figureOf) =>
        bound is not { } limit ? [] : from arm in inputs.Arms.Contenders
                                      let figure = badge == Badge.NotMeaningful ? null : figureOf(arm)
                                      select new ConstraintCheck(constraint, arm, figure, unit, limit, OutcomeOf(figure, limit, isFloor), badge);

    private static ConstraintOutcome OutcomeOf(Estimate? figure, double bound, bool isFloor) => (figure, isFloor) switch
    {
        (null, _) => ConstraintOutcome.NotMeasured,
        ({ Low: { } low }, true) when low >= bound => ConstraintOutcome.Holds,
        ({ High: { } high }, true) when high < bound => ConstraintOutcome.Broken,
        ({ High: { } high }, false) when high <= bound => ConstraintOutcome.Holds,
        ({ Low: { } low }, false) when low > bound => ConstraintOutcome.Broken,
        _ => ConstraintOutcome.Open,
    };

    // A row has a measure only where two arms have a value; a constraint asks one.
    private Estimate? FigureOf(string criterion, Arm arm)
    {
        var row = matrix.Single(r => r.Criterion.Id == criterion);
        return row.Figures.FirstOrDefault(f => f.Arm == arm)?.Estimate ?? (row.Measure is null ? row.Criterion.Measures.Select(m => Mean(m, arm)).FirstOrDefault(e => e is not null) : null);
    }

    private Estimate? Mean(IMeasure measure, Arm arm) => measure.Values(inputs.Table, inputs.Arms[arm]!) is { } valueOf
        ? MeanEstimator.Of(SliceValues.Of(inputs.Table.Slices[0], inputs.Table, valueOf), ValueRange.Of(measure.Unit), Confidence, new ClusterDraws(inputs.Seed))
        : null;

    private Estimate? Percentile(Arm arm) => inputs.Table.Column(inputs.Arms[arm]!, Latency) is { } times ? TimeQuantile.Of(inputs.Table, times, 0.95) : null;

    private Estimate? MonthlyCost(Arm arm)
    {
        if (inputs.Settings.VolumePerDay is not { } volume || !fixedSums.AreKnown(arm) || FigureOf("cost", arm) is not { } perQuestion)
            return null;
        var (questions, fixedSum) = (volume * DaysPerMonth, fixedSums.PerMonth(arm));
        return perQuestion with { Value = Sum(perQuestion.Value), Low = perQuestion.Low is { } low ? Sum(low) : null, High = perQuestion.High is { } high ? Sum(high) : null };

        double Sum(double cost) => fixedSum + (questions * cost);
    }
}
