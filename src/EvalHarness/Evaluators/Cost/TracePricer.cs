using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Prices a trace: its generation, and the embedding and re-ranking calls beside it.</summary>
/// <param name="unpaid">Pipelines whose model pays nobody: it is in the program, or answered elsewhere. Their generation is priced, and spends nothing.</param>
public sealed class TracePricer(PriceTable prices, IReadOnlySet<string> unpaid)
{
    private const string Embedding = "embedding";
    private const string Rerank = "rerank";

    /// <summary>Every pipeline pays.</summary>
    public TracePricer(PriceTable prices)
        : this(prices, new HashSet<string>())
    {
    }

    public PriceTable Prices => prices;

    /// <summary>What pipelines now call their models in the price table, by pipeline: it wins over the names on record.</summary>
    public IReadOnlyDictionary<string, PriceNames> Names { get; init; } = new Dictionary<string, PriceNames>();

    /// <summary>Changes when an answer on record would be priced otherwise.</summary>
    public string Definition => Names.Values.All(n => n == new PriceNames(null, null, null))
        ? $"prices={prices.Hash}"
        : $"prices={prices.Hash} names={ContentHash.Of(JsonSerializer.Serialize(Names.OrderBy(n => n.Key, StringComparer.Ordinal)))}";

    /// <summary>Whether a pipeline's model pays nobody.</summary>
    public bool IsUnpaid(string pipeline) => unpaid.Contains(pipeline);

    public TraceCost Price(Trace trace) => Named(trace.Pipeline) is { } names ? PriceNamed(Renamed(trace, names)) : PriceNamed(trace);

    /// <summary>Prices one call, which has not failed.</summary>
    /// <param name="pipeline">Whose it is; absent when nothing says.</param>
    public CostPart Price(ModelCall call, string? pipeline) => Priced(call.Kind, Named(pipeline) is { } names ? Renamed(call, names) : call);

    /// <summary>What a pipeline now calls the model that answers; absent where the name on record counts.</summary>
    public string? Name(string? pipeline) => Named(pipeline)?.Answer;

    private PriceNames? Named(string? pipeline) => pipeline is null ? null : Names.GetValueOrDefault(pipeline);

    private static Trace Renamed(Trace trace, PriceNames names) => trace with
    {
        Answer = trace.Answer is { } answer ? answer with { Model = names.Answer ?? answer.Model } : null,
        Calls = [.. trace.Calls.Select(c => Renamed(c, names))],
    };

    private static ModelCall Renamed(ModelCall call, PriceNames names) => call with { Model = names.Of(call.Kind) ?? call.Model };

    private TraceCost PriceNamed(Trace trace)
    {
        var calls = trace.Calls.Where(c => !c.HasFailed).ToLookup(IsBeside);
        var generation = Generation(trace, [.. calls[false]]).Select(p => IsUnpaid(trace.Pipeline) ? p with { SpentUsd = 0 } : p);
        return new TraceCost(
            [.. generation, .. calls[true].OrderBy(c => c.Kind, StringComparer.Ordinal).Select(c => Priced(c.Kind, c))],
            trace.Calls.Sum(c => c.Tries.Count(t => t.Status != Try.Succeeded)))
        {
            // A pipeline that does not end with its sample's time may call, and pay, without anybody being told.
            MayBeBilledMore = trace.Error?.Kind == TraceError.Timeout || trace.Calls.Any(c => c.MayBeBilled),
        };
    }

    private IEnumerable<CostPart> Generation(Trace trace, IReadOnlyList<ModelCall> calls)
    {
        // Without an answer only its calls tell what was used.
        if (trace.Answer is not { } answer)
            return calls.Where(c => c.Usage is not null).Select(c => Priced(CostPart.Generation, c));
        var whole = Priced(CostPart.Generation, answer.Model, answer.Usage);
        return [whole with { SpentUsd = Spent(whole.PricedUsd, answer.Model, calls) }];
    }

    // The answer says what it used in all; what of it came from the response cache, only its calls do.
    private decimal? Spent(decimal? whole, string? model, IReadOnlyList<ModelCall> calls) =>
        !calls.Any(c => c.FromCache) ? whole
        : calls.All(c => c.FromCache) ? 0
        : calls.Where(c => !c.FromCache).Select(c => Priced("", c.Model ?? model, c.Usage).PricedUsd).Aggregate((decimal?)0, (sum, usd) => sum + usd);

    private CostPart Priced(string name, ModelCall call)
    {
        var part = Priced(name, call.Model, call.Kind == Rerank ? Searched(call) : call.Usage);
        return call.FromCache ? part with { SpentUsd = 0 } : part;
    }

    // A re-ranked query is one search at least, and one that is sold by the search need not say what it used. The price table says how it is sold:
    // with a price of tokens alone, counted tokens are what is paid for, whatever else the reply counts.
    private TokenUsage? Searched(ModelCall call)
    {
        var isSoldBySearch = call.Model is { } model && prices.Find(model)?.PerQuery is not null;
        if (isSoldBySearch)
            return (call.Usage ?? new TokenUsage(0, 0)) with { Queries = Math.Max(1, call.Usage?.Queries ?? 0) };
        return call.Usage is { Input: > 0 } usage ? usage with { Queries = 0 } : call.Usage;
    }

    private CostPart Priced(string name, string? model, TokenUsage? usage)
    {
        if (model is null)
            return Unknown(name, model, "unknown price: the pipeline names no model");
        if (prices.Find(model) is not { } price)
            return Unknown(name, model, $"unknown price: the price table has no '{model}'");
        if (usage is null)
            return Unknown(name, model, $"unknown price: nothing says how many tokens '{model}' used");
        try
        {
            var priced = PriceTable.Price(price, usage);
            return new CostPart(name, model, priced.CostUsd, priced.CostUsd, priced.IsUpperBound, null) { IsLowerBound = priced.IsLowerBound };
        }
        catch (UsageException exception)
        {
            return Unknown(name, model, exception.Message);
        }
    }

    private static CostPart Unknown(string name, string? model, string why) => new(name, model, null, null, false, why);

    private static bool IsBeside(ModelCall call) => call.Kind is Embedding or Rerank;
}
