namespace EvalHarness.Statistics;

/// <summary>What owning one side costs over some days: ⌈H / L⌉·F + H·v·c + hosting. Prices are constants of a date, so it is exact for them.</summary>
/// <param name="UpfrontUsd">F: training, labelling, indexing; paid on the first day and again at each refresh.</param>
/// <param name="UsdPerQuery">c, on average.</param>
/// <param name="HostingUsdPerDay">Paid whether anybody asks or not.</param>
/// <param name="RefreshDays">L: days after which the upfront cost falls due again, above 0; absent: never again.</param>
public sealed record OwnershipCost(decimal UpfrontUsd, decimal UsdPerQuery, decimal HostingUsdPerDay = 0, int? RefreshDays = null)
{
    /// <summary>How often the upfront cost is paid within so many days, above 0.</summary>
    public int Payments(int days) => RefreshDays is { } refresh ? ((days - 1) / refresh) + 1 : 1;

    /// <summary>In USD.</summary>
    /// <param name="days">H, above 0.</param>
    public decimal Over(int days, decimal queriesPerDay) => (Payments(days) * UpfrontUsd) + (days * ((queriesPerDay * UsdPerQuery) + HostingUsdPerDay));
}
