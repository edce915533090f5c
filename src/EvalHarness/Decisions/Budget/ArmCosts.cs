using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Budget;

/// <summary>What an arm costs by the question, at each change of facts, and over the user's horizon.</summary>
internal sealed class ArmCosts(DecisionInputs inputs)
{
    /// <summary>The metric.</summary>
    public const string Cost = "cost-usd";

    private const double Confidence = 0.95;
    private const int DaysPerMonth = 30;

    private readonly ClusterDraws draws = new(inputs.Seed);

    public FixedSums Fixed { get; } = new(inputs);

    public Badge Badge => inputs.BadgeOf("cost") is var badge && badge > Badge.Scenario ? badge : Badge.Scenario;

    /// <summary>Days between two changes of facts; absent where nothing is said to change.</summary>
    public int? RefreshDays => inputs.Settings.ChangesPerMonth is > 0 and var changes ? Math.Max(1, (int)Math.Round(DaysPerMonth / changes)) : null;

    public OwnershipCost Ownership(Arm arm, decimal perQuestion) => new(Fixed.PerRefresh(arm), perQuestion, Fixed.HostingPerDay(arm), RefreshDays);

    public decimal Over(OwnershipCost ownership, double volume) => ownership.Over(inputs.Settings.HorizonDays, (decimal)volume);

    /// <summary>Absent where costs are unknown.</summary>
    public Estimate? PerQuestion(Arm arm) => inputs.Table.Column(inputs.Arms[arm]!, Cost) is { } column
        ? MeanEstimator.Of(SliceValues.Means(inputs.Table, column, inputs.Table.Slices[0]), range: null, Confidence, draws)
        : null;

    /// <summary>What a question costs less with the one than with the other; absent where nothing tells.</summary>
    public Estimate? Saving(Arm one, Arm than)
    {
        if (inputs.Table.Column(inputs.Arms[than]!, Cost) is not { } dear || inputs.Table.Column(inputs.Arms[one]!, Cost) is not { } cheap)
            return null;
        return DifferenceEstimator.Of(SliceValues.Of(inputs.Table.Slices[0], inputs.Table, s => dear.MeanOf(s) - cheap.MeanOf(s)), range: null, Confidence, draws)?.Difference;
    }
}
