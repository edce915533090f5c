namespace EvalHarness.Decisions.Budget;

/// <summary>Makes the budget: what the calls cost is measured or priced, what is paid beside them is the user's to say, so everything here is a scenario.</summary>
internal sealed class BudgetMaker(DecisionInputs inputs)
{
    private readonly ArmCosts costs = new(inputs);
    private readonly BreakEvens breakEvens = new(inputs);
    private readonly Sensitivities sensitivities = new(inputs);

    public BudgetStudy Study() => new(
        inputs.Settings.HorizonDays,
        [.. inputs.Arms.Contenders.Select(Owned).OfType<OwnershipLine>()],
        [.. Pairs().Select(p => breakEvens.Of(p.First, p.Second)).OfType<BreakEvenLine>()],
        [.. Pairs().SelectMany(p => sensitivities.Of(p.First, p.Second)).OrderByDescending(s => s.Swing)]);

    private IEnumerable<(Arm First, Arm Second)> Pairs() =>
        from first in inputs.Arms.Contenders from second in inputs.Arms.Contenders where first < second select (first, second);

    private OwnershipLine? Owned(Arm arm)
    {
        if (inputs.Settings.VolumePerDay is not { } volume || !costs.Fixed.AreKnown(arm) || costs.PerQuestion(arm) is not { } cost)
            return null;
        var ownership = costs.Ownership(arm, (decimal)cost.Value);
        return new(arm, costs.Over(ownership, volume), At(arm, cost.Low, volume), At(arm, cost.High, volume), ownership.UpfrontUsd, ownership.Payments(inputs.Settings.HorizonDays), costs.Badge);
    }

    private decimal? At(Arm arm, double? cost, double volume) => cost is { } usd ? costs.Over(costs.Ownership(arm, (decimal)usd), volume) : null;
}
