using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>A budget in USD, kept by pricing every answer: what an answer spent whose price is unknown, or that may be billed although no reply came, is taken to be what was set aside for it.</summary>
public sealed class PricedSpendLimit(Budget budget, TracePricer pricer) : ISpendLimit
{
    public bool TryReserve(WorkItem item) => budget.TryReserve(Key(item), item.Pipeline);

    public void Settle(WorkItem item, Trace trace) => budget.Settle(Key(item), item.Pipeline, pricer.Price(trace).SettledUsd);

    // Pipelines of one identity share a work item's id, and a warm-up call has a repetition of its own.
    private static string Key(WorkItem item) => FormattableString.Invariant($"{item.Id}/{item.Pipeline}/{item.Repeat}");
}
