using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Budget;

/// <summary>When what one arm costs more upfront is paid back by cheaper calls.</summary>
internal sealed class BreakEvens(DecisionInputs inputs)
{
    private readonly ArmCosts costs = new(inputs);

    /// <returns>Absent where nothing is paid upfront, or sums are unknown. Where hosting differs no number of questions says it all: the volume at which the choice turns does.</returns>
    public BreakEvenLine? Of(Arm first, Arm second)
    {
        var sums = costs.Fixed;
        if (!sums.AreKnown(first) || !sums.AreKnown(second) || sums.HostingPerDay(first) != sums.HostingPerDay(second))
            return null;
        var upfront = sums.PerRefresh(first) - sums.PerRefresh(second);
        var (investing, against) = upfront > 0 ? (first, second) : (second, first);
        if (upfront == 0 || costs.Saving(investing, against) is not { } saving)
            return null;
        var found = BreakEven.Of(Math.Abs(upfront), saving);
        return new(investing, against, Math.Abs(upfront), found, costs.RefreshDays is { } days ? found.DailyVolume(days) : null, costs.Badge);
    }
}
