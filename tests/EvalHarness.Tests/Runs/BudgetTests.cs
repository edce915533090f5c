using EvalHarness.Runs;

namespace EvalHarness.Tests.Runs;

public sealed class BudgetTests
{
    [Test]
    public void What_could_exceed_the_limit_is_refused_before_it_is_spent()
    {
        var budget = Of(1m, estimate: 0.4m);

        Assert.That(budget.TryReserve("a", "rag"), Is.True);
        Assert.That(budget.TryReserve("b", "rag"), Is.True);
        Assert.That(budget.TryReserve("c", "rag"), Is.False);
        Assert.That(budget.SpentUsd, Is.Zero);
    }

    [Test]
    public void What_was_set_aside_and_not_spent_may_be_spent_by_others()
    {
        var budget = Of(1m, estimate: 0.6m);
        budget.TryReserve("a", "rag");

        Assert.That(budget.TryReserve("b", "rag"), Is.False);
        budget.Settle("a", "rag", 0.1m);

        Assert.That(budget.TryReserve("b", "rag"), Is.True);
        Assert.That(budget.SpentUsd, Is.EqualTo(0.1m));
    }

    [Test]
    public void The_largest_sum_seen_is_set_aside_when_it_is_above_the_estimate()
    {
        var budget = Of(1m, estimate: 0.1m);
        budget.TryReserve("a", "rag");
        budget.Settle("a", "rag", 0.6m);

        Assert.That(budget.TryReserve("b", "rag"), Is.False);
        Assert.That(budget.TryReserve("c", "free"), Is.True);
    }

    [Test]
    public void An_unknown_price_counts_as_what_was_set_aside()
    {
        var budget = Of(1m, estimate: 0.6m);
        budget.TryReserve("a", "rag");

        budget.Settle("a", "rag", null);

        Assert.That(budget.SpentUsd, Is.EqualTo(0.6m));
    }

    [Test]
    public void What_was_spent_before_counts() =>
        Assert.That(new Budget(1m, 0.7m, new Dictionary<string, decimal> { ["rag"] = 0.4m }).TryReserve("a", "rag"), Is.False);

    [Test]
    public void A_limit_may_be_used_up_exactly() => Assert.That(Of(0.4m, estimate: 0.4m).TryReserve("a", "rag"), Is.True);

    [Test]
    public void What_was_not_set_aside_cannot_be_settled() =>
        Assert.That(() => Of(1m, estimate: 0.1m).Settle("a", "rag", 0.1m), Throws.InvalidOperationException);

    [Test]
    public void Many_threads_never_spend_more_than_the_limit()
    {
        // Prices up to the estimate, in an order that threads decide.
        var budget = Of(5m, estimate: 0.01m);
        var refused = 0;

        Parallel.For(0, 5_000, i =>
        {
            if (budget.TryReserve($"{i}", "rag"))
                budget.Settle($"{i}", "rag", 0.0001m * (i % 101));
            else
                Interlocked.Increment(ref refused);
        });

        Assert.That(refused, Is.Positive);
        Assert.That(budget.SpentUsd, Is.InRange(4.9m, 5m));
    }

    private static Budget Of(decimal limit, decimal estimate) => new(limit, 0, new Dictionary<string, decimal> { ["rag"] = estimate });
}
