using EvalHarness.Evaluators.Cost;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Runs;

namespace EvalHarness.Drafting;

/// <summary>Estimates what drafting would come to; nothing is called.</summary>
public sealed class DraftForecast(DraftPrompts prompts, ModelOptions model, PriceTable prices)
{
    private const int Found = 5;
    private const int PerPassage = 200;

    private static readonly TokenRange Draft = new(80, 400);
    private static readonly TokenRange Probe = new(15, 120);
    private static readonly TokenRange Verdict = new(15, 80);

    /// <param name="slots">That are still to be drafted.</param>
    /// <param name="concurrency">Drafts in the making at once.</param>
    public Forecast Of(IReadOnlyList<DraftSlot> slots, int concurrency, IReadOnlyDictionary<string, EndpointOptions> endpoints)
    {
        CallDuration duration = new(new RunOptions { Concurrency = concurrency }, endpoints);
        var items = slots.GroupBy(s => s.Kind).OrderBy(k => k.Key).SelectMany(k => Items(k.Key, [.. k], duration));
        return new Forecast(slots.Count, [.. items], [.. Assumptions, .. prices.Sources.Select(s => $"Prices: {s.File} of {s.Date}, {s.Source}.")]);
    }

    private static IEnumerable<string> Assumptions =>
    [
        "Tokens are counted as o200k has them. Every reply is read at the first try, and nothing comes from the response cache.",
        $"Refused drafts are made up for by others, at most as many again: at the worst all of it is {DraftingRun.MostTries} times as much.",
        "Whether answers agree is asked at most once for each probe; where the matcher finds a match, it is not asked.",
        CallDuration.Assumption,
    ];

    private IEnumerable<ForecastItem> Items(DraftKind kind, IReadOnlyList<DraftSlot> slots, CallDuration duration)
    {
        yield return Item(kind, "drafts", slots.Select(s => O200k.Count(prompts.Drafting(kind)) + O200k.Count(DraftMessage.Drafting(s, []))), TokenRange.Exactly(0), Draft, duration);
        if (kind == DraftKind.Unanswerable)
        {
            yield return Item(kind, "probes", slots.Select(s => O200k.Count(prompts.Oracle) + s.Passages.Sum(p => O200k.Count(p.Document.Text))), new TokenRange(0, Found * PerPassage), Probe, duration);
            yield break;
        }

        yield return Item(kind, "probes", slots.SelectMany(_ => new[] { O200k.Count(prompts.Oracle), O200k.Count(prompts.ClosedBook) }), Draft, Probe, duration);
        yield return Item(kind, "agreement", slots.SelectMany(_ => Enumerable.Repeat(O200k.Count(prompts.Agreement), 2)), Draft, Verdict, duration);
    }

    private ForecastItem Item(DraftKind kind, string name, IEnumerable<int> inputs, TokenRange more, TokenRange reply, CallDuration duration)
    {
        var most = model.MaxTokens ?? int.MaxValue;
        CallEstimate call = new("chat", model.Endpoint, model.PriceAs ?? model.Name, more, new TokenRange(Math.Min(most, reply.Low), Math.Min(most, reply.High)));
        ItemSum sum = new(prices, call);
        foreach (var input in inputs)
            sum.Add(call with { Input = TokenRange.Exactly(input) + more }, 1);
        return sum.Item(DraftNames.Of(kind), name, isPaid: model.Endpoint is not null, duration);
    }
}
