using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Tokens of an answer, what they cost, and what was paid for them now.</summary>
/// <remarks>
/// Units: tokens; United States dollars per answer; lower is better. Only the system under test is priced: judging and preparation have ledgers of their own.
/// Error: as good as the price table and the usage that the provider reports; cached input without a price of its own makes an upper bound, and the reason says so.
/// What a failed try used nobody knows: it counts as nothing, and the reason says how many there were.
/// </remarks>
public sealed class CostEvaluator(TracePricer pricer) : IEvaluator
{
    private static readonly Metric TokensIn = new("tokens-in", Unit.Tokens, Direction.Lower, "1");
    private static readonly Metric TokensOut = new("tokens-out", Unit.Tokens, Direction.Lower, "1");

    /// <summary>Prices are not in the definition: price both sides again with one table, then compare.</summary>
    private static readonly Metric Cost = new("cost-usd", Unit.Usd, Direction.Lower, "1");

    /// <summary>What the harness happened to pay says nothing about a pipeline: it is not compared.</summary>
    private static readonly Metric Spent = new("cost-spent-usd", Unit.Usd, Direction.Lower, "1") { IsCompared = false };

    public CostEvaluator(PriceTable prices)
        : this(new TracePricer(prices))
    {
    }

    public string Definition => $"cost/3 {pricer.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [TokensIn, TokensOut, Cost, Spent];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(trace));

    private IReadOnlyList<Score> Evaluate(Trace trace)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        if (answer.Usage is not { } usage)
            return Metrics.NotScored("the pipeline does not say how many tokens it used");
        var cost = pricer.Price(trace);
        return [TokensIn.Scored(usage.Input), TokensOut.Scored(usage.Output), Priced(cost), Paid(trace, cost)];
    }

    private static Score Priced(TraceCost cost)
    {
        if (cost.PricedUsd is not { } usd)
            return Cost.NotScored(cost.Unknown!);
        var models = string.Join(", ", cost.Parts.Select(p => p.Model).Distinct());
        return Cost.Scored((double)usd, Reason(cost, models), Detail(cost, usd, models));
    }

    private static string Reason(TraceCost cost, string models)
    {
        string[] bounds =
        [
            .. cost.IsUpperBound ? [$"upper bound: no price for cached input of '{models}', or for calls one by one"] : Array.Empty<string>(),
            .. cost.IsLowerBound ? [$"lower bound: no price for what '{models}' wrote to a cache"] : Array.Empty<string>(),
        ];
        return bounds.Length == 0 ? $"priced as {models}" : string.Join("; ", bounds);
    }

    private Score Paid(Trace trace, TraceCost cost)
    {
        if (pricer.IsUnpaid(trace.Pipeline) && cost.Parts is [_])
            return Spent.NotApplicable("the pipeline pays nobody");
        if (cost.SpentUsd is not { } usd)
            return Spent.NotScored(cost.Unknown ?? "unknown price of a call beside cached ones");
        var tries = cost.FailedTries == 0 ? "" : $"; what {cost.FailedTries} failed tries used is unknown and counts as 0";
        return Spent.Scored((double)usd, (trace.Calls.Any(c => c.FromCache) ? "what the response cache answered cost nothing" : "nothing came from the response cache") + tries);
    }

    private static JsonObject Detail(TraceCost cost, decimal usd, string models) => new()
    {
        ["model"] = models,
        ["usd"] = Written(usd),
        ["upper_bound"] = cost.IsUpperBound,
        ["lower_bound"] = cost.IsLowerBound,
        ["parts"] = new JsonObject(cost.Parts.GroupBy(p => p.Name).Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, Written(g.Sum(p => p.PricedUsd!.Value))))),
    };

    private static string Written(decimal usd) => usd.ToString(CultureInfo.InvariantCulture);
}
