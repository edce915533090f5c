using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class OwnershipCostTests
{
    // By hand: 3 · 100 + 90 · (1,000 · 0.002 + 1.50) = 300 + 315.
    [Test]
    public void Upfront_cost_at_each_refresh_queries_and_hosting_add_up()
    {
        var cost = new OwnershipCost(UpfrontUsd: 100, UsdPerQuery: 0.002m, HostingUsdPerDay: 1.50m, RefreshDays: 30);

        Assert.That(cost.Over(days: 90, queriesPerDay: 1_000), Is.EqualTo(615m));
    }

    [TestCase(1, 1)]
    [TestCase(30, 1)]
    [TestCase(31, 2)]
    [TestCase(60, 2)]
    [TestCase(61, 3)]
    public void A_refresh_that_falls_due_is_paid_in_full(int days, int payments)
    {
        Assert.That(new OwnershipCost(100, 0, RefreshDays: 30).Payments(days), Is.EqualTo(payments));
    }

    [Test]
    public void What_is_never_refreshed_is_paid_once()
    {
        Assert.That(new OwnershipCost(100, 0).Over(days: 3_650, queriesPerDay: 10), Is.EqualTo(100m));
    }
}
