using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Budget;

/// <summary>Makes the budget: what the calls cost is measured or priced, what is paid beside them is the user's to say, so everything here is a scenario.</summary>
internal sealed class BudgetMaker(DecisionInputs inputs)
{
    private const string Cost = "cost-usd";
    private const double Confidence = 0.95;
    private const int DaysPerMonth = 30;

    private readonly FixedSums fixedSums = new(inputs);
    private readonly ClusterDraws draws = new(inputs.Seed);

    public BudgetStudy Study() => new(inputs.Settings.HorizonDays, [.. inputs.Arms.Contenders.Select(Owned).OfType<OwnershipLine>()], [.. Pairs().Select(p => BreakEven(p.First, p.Second)).OfType<BreakEvenLine>()], [.. Sensitivities()]);

    private Badge Badge => inputs.BadgeOf("cost") is var badge && badge > Badge.Scenario ? badge : Badge.Scenario;

    private int? RefreshDays => inputs.Settings.ChangesPerMonth is > 0 and var changes ? Math.Max(1, (int)Math.Round(DaysPerMonth / changes)) : null;

    private bool AreKnown(Arm first, Arm second) => fixedSums.AreKnown(first) && fixedSums.AreKnown(second);

    private IEnumerable<(Arm First, Arm Second)> Pairs() =>
        from first in inputs.Arms.Contenders from second in inputs.Arms.Contenders where first < second select (first, second);

    private OwnershipLine? Owned(Arm arm)
    {
        if (inputs.Settings.VolumePerDay is not { } volume || !fixedSums.AreKnown(arm) || PerQuestion(arm) is not { } cost)
            return null;
        var ownership = Ownership(arm, (decimal)cost.Value);
        return new(arm, Over(ownership, volume), At(arm, cost.Low, volume), At(arm, cost.High, volume), ownership.UpfrontUsd, ownership.Payments(inputs.Settings.HorizonDays), Badge);
    }

    private decimal? At(Arm arm, double? cost, double volume) => cost is { } usd ? Over(Ownership(arm, (decimal)usd), volume) : null;

    private OwnershipCost Ownership(Arm arm, decimal perQuestion) => new(fixedSums.PerRefresh(arm), perQuestion, fixedSums.HostingPerDay(arm), RefreshDays);

    private decimal Over(OwnershipCost ownership, double volume) => ownership.Over(inputs.Settings.HorizonDays, (decimal)volume);

    private Estimate? PerQuestion(Arm arm) => inputs.Table.Column(inputs.Arms[arm]!, Cost) is { } column
        ? MeanEstimator.Of(SliceValues.Means(inputs.Table, column, inputs.Table.Slices[0]), range: null, Confidence, draws)
        : null;

    private BreakEvenLine? BreakEven(Arm first, Arm second)
    {
        // Where hosting differs no number of questions says it all: the volume at which the choice turns does.
        if (!AreKnown(first, second) || fixedSums.HostingPerDay(first) != fixedSums.HostingPerDay(second))
            return null;
        var upfront = fixedSums.PerRefresh(first) - fixedSums.PerRefresh(second);
        if (upfront == 0)
            return null;
        var (investing, against) = upfront > 0 ? (first, second) : (second, first);
        if (Saving(investing, against) is not { } saving)
            return null;
        var found = Statistics.BreakEven.Of(Math.Abs(upfront), saving);
        return new(investing, against, Math.Abs(upfront), found, RefreshDays is { } days ? found.DailyVolume(days) : null, Badge);
    }

    private Estimate? Saving(Arm investing, Arm against)
    {
        if (inputs.Table.Column(inputs.Arms[against]!, Cost) is not { } old || inputs.Table.Column(inputs.Arms[investing]!, Cost) is not { } one)
            return null;
        return DifferenceEstimator.Of(SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => old.MeanOf(s) - one.MeanOf(s)), range: null, Confidence, draws)?.Difference;
    }

    private IEnumerable<SensitivityLine> Sensitivities() =>
        inputs.Settings.VolumePerDay is not { } volume ? [] : Pairs()
            .Where(p => AreKnown(p.First, p.Second) && (fixedSums.PerRefresh(p.First) != fixedSums.PerRefresh(p.Second) || fixedSums.HostingPerDay(p.First) != fixedSums.HostingPerDay(p.Second)))
            .SelectMany(p => Sensitivity(p.First, p.Second, volume))
            .OrderByDescending(s => s.Swing);

    private IEnumerable<SensitivityLine> Sensitivity(Arm first, Arm second, double volume)
    {
        if (PerQuestion(first) is not { } one || PerQuestion(second) is not { } other)
            yield break;
        yield return Line("volume", x => Difference(volume * x, 1, 1, 1));
        yield return Line("call prices", x => Difference(volume, x, 1, 1));
        yield return Line("fixed costs", x => Difference(volume, 1, x, 1));
        if (RefreshDays is not null)
            yield return Line("changes", x => Difference(volume, 1, 1, x));

        SensitivityLine Line(string assumption, Func<double, decimal> at) => new(assumption, first, second, at(0.5), at(1), at(2));

        decimal Difference(double asked, double prices, double sums, double changes) => Total(first, one, asked, prices, sums, changes) - Total(second, other, asked, prices, sums, changes);
    }

    private decimal Total(Arm arm, Estimate cost, double volume, double prices, double sums, double changes)
    {
        int? refresh = RefreshDays is { } days ? Math.Max(1, (int)Math.Round(days / changes)) : null;
        return Over(new(fixedSums.PerRefresh(arm) * (decimal)sums, (decimal)(cost.Value * prices), fixedSums.HostingPerDay(arm) * (decimal)sums, refresh), volume);
    }
}
