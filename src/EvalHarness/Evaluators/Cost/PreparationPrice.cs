using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Evaluators.Cost;

/// <summary>What it costs to make what must be there before the first question.</summary>
/// <remarks>What a failed try used nobody knows: it counts as nothing.</remarks>
public sealed class PreparationPrice(TracePricer pricer)
{
    /// <summary>In USD, as if all of it had been called; absent when it is unknown. What no model was called for costs nothing.</summary>
    public decimal? Of(PreparationEntry entry) => entry.Calls is { } calls ? Sum(calls, c => c.PricedUsd) : Whole(entry);

    /// <summary>In USD, what was paid for it when it was made: nothing for what the response cache answered, or was made before.</summary>
    public decimal? Spent(PreparationEntry entry) =>
        entry.FromCache ? 0
        : entry.Calls is { } calls ? Sum(calls, c => c.SpentUsd)
        : Whole(entry);

    private decimal? Sum(IEnumerable<ModelCall> calls, Func<CostPart, decimal?> usd) =>
        calls.Where(c => !c.HasFailed).Select(c => usd(pricer.Price(c))).Aggregate((decimal?)0, (sum, part) => sum + part);

    private decimal? Whole(PreparationEntry entry)
    {
        if (entry.Model is not { } model)
            return 0;
        if (entry.Usage is not { } usage || pricer.Prices.Find(model) is not { } price)
            return null;
        try
        {
            return PriceTable.Price(price, usage).CostUsd;
        }
        catch (UsageException)
        {
            return null;
        }
    }
}
