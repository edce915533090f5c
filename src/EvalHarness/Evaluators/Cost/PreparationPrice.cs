using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Evaluators.Cost;

/// <summary>What it costs to make what must be there before the first question.</summary>
public static class PreparationPrice
{
    /// <summary>In USD, as when it was made; absent when it is unknown. What no model was called for costs nothing.</summary>
    public static decimal? Of(PreparationEntry entry, PriceTable prices)
    {
        if (entry.Model is not { } model)
            return 0;
        if (entry.Usage is not { } usage || prices.Find(model) is not { } price)
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
