using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>Adds up calls of one kind of one pipeline.</summary>
internal sealed class ItemSum(PriceTable prices, CallEstimate call)
{
    private TokenRange? input;
    private TokenRange? output;
    private UsdRange? usd = new(0, 0);
    private decimal? highest = 0;
    private string? unknown;
    private long calls;

    public void Add(CallEstimate made, long times)
    {
        calls += times * made.Calls;
        input = Sum(input, made.Input, times);
        output = Sum(output, made.Output, times);
        unknown ??= Price(made, times);
    }

    public ForecastItem Item(string pipeline, string name, bool isPaid, CallDuration duration) => new(
        pipeline,
        name,
        call.Model,
        calls,
        input,
        output,
        unknown is null ? usd : null,
        unknown,
        isPaid,
        duration.Of(call, calls, input, output),
        unknown is null ? highest : null);

    private string? Price(CallEstimate made, long times)
    {
        if (made.Model is not { } model)
            return "nothing names its model: say price_as";
        if (prices.Find(model) is not { } price)
            return $"the price table has no '{model}'";
        if (made.Input is null && price.InputPerMillion is not null)
            return "nothing tells beforehand how many tokens it uses";
        var (low, high) = (Usd(price, made, made.Input?.Low ?? 0, made.Output?.Low ?? 0), Usd(price, made, made.Input?.High ?? 0, made.Output?.High ?? 0));
        if (low is null || high is null)
            return $"'{model}' has no price for output";
        usd += new UsdRange(times * low.Value, times * high.Value);
        highest = Math.Max(highest!.Value, high.Value);
        return null;
    }

    private static decimal? Usd(ModelPrice price, CallEstimate made, long input, long output)
    {
        try
        {
            return PriceTable.Price(price, new TokenUsage(input, output) { Calls = made.Calls, Queries = made.Kind == "rerank" && price.PerQuery is not null ? 1 : 0 }).CostUsd;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static TokenRange? Sum(TokenRange? sum, TokenRange? more, long times) => more is { } tokens ? (sum ?? default) + new TokenRange(times * tokens.Low, times * tokens.High) : sum;
}
