using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Tokens of an answer and what they cost.</summary>
/// <remarks>
/// Units: tokens; United States dollars per answer; lower is better. Only the system under test is priced: judging and preparation have ledgers of their own.
/// Error: as good as the price table and the usage that the provider reports; cached input without a price of its own makes an upper bound, and the reason says so.
/// </remarks>
public sealed class CostEvaluator(PriceTable prices) : IEvaluator
{
    private static readonly Metric TokensIn = new("tokens-in", Unit.Tokens, Direction.Lower, "1");
    private static readonly Metric TokensOut = new("tokens-out", Unit.Tokens, Direction.Lower, "1");

    /// <summary>Prices are not in the definition: price both sides again with one table, then compare.</summary>
    private static readonly Metric Cost = new("cost-usd", Unit.Usd, Direction.Lower, "1");

    public string Definition => $"cost/1 prices={prices.Hash}";

    public IReadOnlyList<Metric> Metrics { get; } = [TokensIn, TokensOut, Cost];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(trace));

    private IReadOnlyList<Score> Evaluate(Trace trace)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        return answer.Usage is { } usage
            ? [TokensIn.Scored(usage.Input), TokensOut.Scored(usage.Output), Price(answer.Model, usage)]
            : Metrics.NotScored("the pipeline does not say how many tokens it used");
    }

    private Score Price(string? model, TokenUsage usage)
    {
        if (model is null)
            return Cost.NotScored("unknown price: the pipeline names no model");
        if (prices.Find(model) is not { } price)
            return Cost.NotScored($"unknown price: the price table has no '{model}'");
        try
        {
            return Scored(model, PriceTable.Price(price, usage));
        }
        catch (UsageException e)
        {
            return Cost.NotScored(e.Message);
        }
    }

    private static Score Scored(string model, PricedUsage priced)
    {
        var detail = new JsonObject { ["model"] = model, ["usd"] = priced.CostUsd.ToString(CultureInfo.InvariantCulture), ["upper_bound"] = priced.IsUpperBound };
        return Cost.Scored((double)priced.CostUsd, priced.IsUpperBound ? $"upper bound: no price for cached input of '{model}'" : $"priced as {model}", detail);
    }
}
