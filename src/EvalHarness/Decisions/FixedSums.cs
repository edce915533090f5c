namespace EvalHarness.Decisions;

/// <summary>What arms cost a day beside their calls.</summary>
internal sealed class FixedSums(DecisionInputs inputs)
{
    private const double DaysPerMonth = 30;

    /// <summary>Whether the experiment names any for an arm.</summary>
    public bool IsNamed(Arm arm) => Of(arm).Any();

    /// <summary>Whether every sum of an arm is known; of one without any that goes without saying.</summary>
    public bool AreKnown(Arm arm) => Of(arm).All(s => s.Usd is not null);

    /// <summary>In USD a day, of known sums; what is paid at every refresh is spread over the days until the next, without changes over the horizon.</summary>
    public double PerDay(Arm arm) => Of(arm).Sum(s => s.Usd!.Value * (s.PerMonth ? 1 / DaysPerMonth : RefreshesPerDay));

    /// <summary>In USD at every refresh.</summary>
    public decimal PerRefresh(Arm arm) => (decimal)Of(arm).Where(s => !s.PerMonth).Sum(s => s.Usd!.Value);

    /// <summary>In USD a day, of what is paid every month.</summary>
    public decimal HostingPerDay(Arm arm) => (decimal)(Of(arm).Where(s => s.PerMonth).Sum(s => s.Usd!.Value) / DaysPerMonth);

    /// <summary>In USD a month, whatever the volume.</summary>
    public double PerMonth(Arm arm) => DaysPerMonth * PerDay(arm);

    // Once within the horizon at least.
    private double RefreshesPerDay => Math.Max((inputs.Settings.ChangesPerMonth ?? 0) / DaysPerMonth, 1.0 / inputs.Settings.HorizonDays);

    private IEnumerable<FixedSum> Of(Arm arm) => inputs.Arms[arm] is { } pipeline ? inputs.FixedSums.Where(s => s.Pipelines.Contains(pipeline)) : [];
}
