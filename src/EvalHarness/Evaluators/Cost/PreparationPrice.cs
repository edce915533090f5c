using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Evaluators.Cost;

/// <summary>What it costs to make what must be there before the first question.</summary>
/// <remarks>What a failed try used nobody knows: it counts as nothing.</remarks>
public sealed class PreparationPrice(TracePricer pricer)
{
    /// <summary>In USD, as if all of it had been called; absent when it is unknown. What no model was called for costs nothing.</summary>
    public decimal? Of(PreparationEntry entry) => entry.Calls is { } calls ? Sum(calls, entry.Pipeline, c => c.PricedUsd) : Whole(entry);

    /// <summary>In USD, what was paid for it when it was made: nothing for what the response cache answered, or was made before.</summary>
    public decimal? Spent(PreparationEntry entry) =>
        entry.FromCache ? 0
        : entry.Calls is { } calls ? Sum(calls, entry.Pipeline, c => c.SpentUsd)
        : Whole(entry);

    /// <summary>What was surely all that was paid for it; absent when it is unknown, or more may be billed.</summary>
    public decimal? Settled(PreparationEntry entry) => entry.Calls?.Any(c => c.MayBeBilled) ?? false ? null : Spent(entry);

    private decimal? Sum(IEnumerable<ModelCall> calls, string? pipeline, Func<CostPart, decimal?> usd) =>
        calls.Where(c => !c.HasFailed).Select(c => usd(pricer.Price(c, pipeline))).Aggregate((decimal?)0, (sum, part) => sum + part);

    private decimal? Whole(PreparationEntry entry)
    {
        if (entry.Model is not { } recorded)
            return 0;
        var model = pricer.Name(entry.Pipeline) ?? recorded;
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
