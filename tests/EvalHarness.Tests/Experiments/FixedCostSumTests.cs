using EvalHarness.Experiments;

namespace EvalHarness.Tests.Experiments;

public sealed class FixedCostSumTests
{
    [Test]
    public void Training_is_rows_times_epochs_times_tokens_times_the_rate()
    {
        var sum = FixedCostSum.Of(Cost("training") with { Rows = 3_000, Epochs = 3, TokensPerRow = 412, UsdPerMillionTokens = 3 });

        Assert.That(sum, Is.EqualTo(new FixedCostSum(11.124m, "3,000 rows × 3 epochs × 412 tokens × 3 USD per million tokens", "once")));
    }

    [Test]
    public void Training_on_hardware_is_hours_times_the_rate() =>
        Assert.That(FixedCostSum.Of(Cost("training") with { GpuHours = 6.5m, UsdPerHour = 2 }), Is.EqualTo(new FixedCostSum(13m, "6.5 GPU hours × 2 USD", "once")));

    [Test]
    public void Storage_is_paid_by_the_month() =>
        Assert.That(FixedCostSum.Of(Cost("vector_store") with { Gb = 2, UsdPerGbDay = 0.1m }), Is.EqualTo(new FixedCostSum(6m, "2 GB × 0.1 USD per GB and day × 30 days", "month")));

    [Test]
    public void Hosting_is_paid_by_the_month() =>
        Assert.That(FixedCostSum.Of(Cost("hosting") with { HoursPerMonth = 730, UsdPerHour = 1.5m }), Is.EqualTo(new FixedCostSum(1095m, "730 hours a month × 1.5 USD", "month")));

    [Test]
    public void A_stated_sum_wins() =>
        Assert.That(FixedCostSum.Of(Cost("indexing") with { Usd = 4, GpuHours = 1, UsdPerHour = 1 }).Usd, Is.EqualTo(4));

    [Test]
    public void What_cannot_be_computed_is_unknown_and_not_0() =>
        Assert.That(FixedCostSum.Of(Cost("training") with { Rows = 100, Epochs = 3 }).Usd, Is.Null);

    private static FixedCost Cost(string kind) => new() { For = ["tuned"], Kind = kind, Date = "2026-11-23", Note = "the node" };
}
