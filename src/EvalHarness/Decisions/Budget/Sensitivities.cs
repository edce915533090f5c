using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Budget;

/// <summary>What halving or doubling each assumption does to the difference of two arms: a tornado.</summary>
internal sealed class Sensitivities(DecisionInputs inputs)
{
    private readonly ArmCosts costs = new(inputs);

    /// <returns>Empty where nothing is said of the volume, or the two pay the same beside their calls.</returns>
    public IEnumerable<SensitivityLine> Of(Arm first, Arm second)
    {
        if (inputs.Settings.VolumePerDay is not { } volume || !Differ(first, second) || costs.PerQuestion(first) is not { } one || costs.PerQuestion(second) is not { } other)
            yield break;
        yield return Line("volume", x => Difference(volume * x, 1, 1, 1));
        yield return Line("call prices", x => Difference(volume, x, 1, 1));
        yield return Line("fixed costs", x => Difference(volume, 1, x, 1));
        if (costs.RefreshDays is not null)
            yield return Line("changes", x => Difference(volume, 1, 1, x));

        SensitivityLine Line(string assumption, Func<double, decimal> at) => new(assumption, first, second, at(0.5), at(1), at(2));

        decimal Difference(double asked, double prices, double sums, double changes) => Total(first, one, asked, prices, sums, changes) - Total(second, other, asked, prices, sums, changes);
    }

    private bool Differ(Arm first, Arm second)
    {
        var sums = costs.Fixed;
        return sums.AreKnown(first) && sums.AreKnown(second) && (sums.PerRefresh(first) != sums.PerRefresh(second) || sums.HostingPerDay(first) != sums.HostingPerDay(second));
    }

    private decimal Total(Arm arm, Estimate cost, double volume, double prices, double sums, double changes)
    {
        int? refresh = costs.RefreshDays is { } days ? Math.Max(1, (int)Math.Round(days / changes)) : null;
        return costs.Over(new(costs.Fixed.PerRefresh(arm) * (decimal)sums, (decimal)(cost.Value * prices), costs.Fixed.HostingPerDay(arm) * (decimal)sums, refresh), volume);
    }
}
