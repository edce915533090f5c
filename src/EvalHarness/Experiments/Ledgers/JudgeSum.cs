using System.Globalization;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Experiments.Ledgers;

/// <summary>What one judge was paid, from the usage of its calls.</summary>
/// <param name="priceAs">What the price table now calls its model; absent where the name on record counts.</param>
internal sealed class JudgeSum(TracePricer pricer, string? priceAs)
{
    private readonly SortedSet<string> models = new(StringComparer.Ordinal);
    private (int Made, int Cached, int Unknown, int BilledTries) calls;
    private (long Input, long Output) tokens;
    private (decimal Priced, decimal Spent) usd;
    private string? why;

    public void Add(ModelCall call)
    {
        calls.BilledTries += call.Tries.Count(t => t.MayBeBilled) - (call is { HasFailed: true, MayBeBilled: true } ? 1 : 0);
        // Refused or never reached: nobody bills it.
        if (call is { HasFailed: true, Usage: null, MayBeBilled: false })
            return;
        calls.Made++;
        calls.Cached += call.FromCache ? 1 : 0;
        tokens = (tokens.Input + (call.Usage?.Input ?? 0), tokens.Output + (call.Usage?.Output ?? 0));
        Price(call with { Model = priceAs ?? call.Model });
    }

    public LedgerEntry Entry(string judge, string? priceDate)
    {
        var isUnknown = calls.Made > 0 && calls.Unknown == calls.Made;
        return new LedgerEntry(LedgerKind.Judge, [], judge, isUnknown ? null : usd.Priced, isUnknown ? null : usd.Spent, "run", calls.Unknown, Basis(), priceDate, null, Note());
    }

    private void Price(ModelCall call)
    {
        if (call.Model is { } model)
            models.Add(model);
        var part = pricer.Price(call, pipeline: null);
        if (part.PricedUsd is not { } priced)
        {
            calls.Unknown++;
            why = why is null || string.CompareOrdinal(part.Unknown, why) < 0 ? part.Unknown : why;
            return;
        }

        usd = (usd.Priced + priced, usd.Spent + (part.SpentUsd ?? priced));
    }

    private string Basis() => string.Create(
        CultureInfo.InvariantCulture,
        $"{calls.Made:#,0} calls{(calls.Cached > 0 ? $", {calls.Cached:#,0} of them answered by the response cache" : "")}, {tokens.Input:#,0} tokens in, {tokens.Output:#,0} tokens out{(models.Count > 0 ? $" by {string.Join(", ", models)}" : "")}");

    private string? Note()
    {
        string[] notes =
        [
            .. why is null ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"{calls.Unknown:#,0} are in no sum: {why}") },
            .. calls.BilledTries == 0 ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"what {calls.BilledTries:#,0} failed tries before them used is unknown and in no sum") },
        ];
        return notes.Length == 0 ? null : string.Join("; ", notes);
    }
}
