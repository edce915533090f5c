using System.Globalization;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Cli.Generating;

/// <summary>What drafting came to by the price table; calls of unknown price are counted, never taken as free.</summary>
internal static class DraftingBill
{
    public static string Of(IReadOnlyList<ModelCall> calls, PriceTable prices)
    {
        var made = calls.Where(c => !c.FromCache).ToList();
        var usd = made.Select(c => Usd(c, prices)).ToList();
        var unknown = usd.Count(u => u is null);
        var spent = (made.Count, unknown) switch
        {
            (0, _) => "nothing spent",
            var (all, none) when all == none => "spend unknown",
            (_, 0) => Dollars(usd),
            _ => $"{Dollars(usd)} and {unknown} calls of unknown price",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{made.Count:#,0} calls, {made.Sum(c => c.Usage?.Input ?? 0):#,0} tokens in, {made.Sum(c => c.Usage?.Output ?? 0):#,0} out: {spent}{(made.Count < calls.Count ? $"; {calls.Count - made.Count:#,0} replies from the response cache" : "")}.");
    }

    private static decimal? Usd(ModelCall call, PriceTable prices)
    {
        if (call is not { Model: { } model, Usage: { } usage } || prices.Find(model) is not { } price)
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

    private static string Dollars(IEnumerable<decimal?> usd) => string.Create(CultureInfo.InvariantCulture, $"{usd.Sum() ?? 0:0.0000} USD");
}
