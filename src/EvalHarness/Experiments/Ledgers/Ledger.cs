using System.Globalization;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Experiments.Ledgers;

/// <summary>Writes down what a run cost: answering, judging, preparing, each apart.</summary>
public sealed class Ledger(ExperimentInputs inputs)
{
    private readonly TracePricer pricer = inputs.Pricer;

    /// <summary>System under test first, then judge, then preparation.</summary>
    /// <remarks>Every attempt counts, also one that a retry superseded; of a trace that two pipelines share, the one that made it.</remarks>
    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(RunManifest manifest, RunStore store, CancellationToken cancellationToken)
    {
        Dictionary<string, AnswerSum> sums = new(StringComparer.Ordinal);
        await foreach (var trace in store.Traces.ReadAsync(cancellationToken))
        {
            if (!sums.TryGetValue(trace.Pipeline, out var sum))
                sums[trace.Pipeline] = sum = new AnswerSum();
            sum.Add(pricer.Price(trace));
        }

        return
        [
            .. manifest.Pipelines.Where(p => sums.ContainsKey(p.Name)).SelectMany(p => sums[p.Name].Entries(p.Name, PriceDate)),
            .. await JudgesAsync(store.JudgeCalls.ReadAsync(cancellationToken)),
            .. (manifest.Preparation ?? []).GroupBy(e => e.What, StringComparer.Ordinal).Select(g => Prepared([.. g])),
            .. inputs.Experiment.FixedCosts.Where(c => manifest.Pipelines.Any(p => c.For.Contains(p.Name))).Select(Fixed),
        ];
    }

    /// <summary>What judges were paid, each apart, in the order of the experiment; one that has left the file was paid all the same.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> JudgesAsync(IAsyncEnumerable<JudgeCall> calls)
    {
        Dictionary<string, JudgeSum> sums = new(StringComparer.Ordinal);
        await foreach (var (judge, call) in calls)
        {
            if (!sums.TryGetValue(judge, out var sum))
                sums[judge] = sum = new JudgeSum(pricer, inputs.Experiment.Judges.FirstOrDefault(j => j.Name == judge)?.Model.PriceAs);
            sum.Add(call);
        }

        return sums.Count == 0
            ? [new(LedgerKind.Judge, [], "judging", 0, 0, "run", 0, LedgerEntry.NotJudged, null, null, null)]
            : [.. sums.OrderBy(s => inputs.Experiment.Judges.TakeWhile(j => j.Name != s.Key).Count()).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Entry(s.Key, PriceDate))];
    }

    private string? PriceDate => inputs.Prices.Sources is [] ? null : string.Join(" and ", inputs.Prices.Sources.Select(s => s.Date).Distinct());

    // Made more than once, or taken up after a failure, it has the price of the last and cost all of them.
    private LedgerEntry Prepared(IReadOnlyList<PreparationEntry> times)
    {
        var price = new PreparationPrice(pricer);
        var entry = times.LastOrDefault(t => !t.IsUnfinished) ?? times[^1];
        var spent = times.Select(price.Spent).Aggregate((decimal?)0, (sum, usd) => sum + usd);
        return new(LedgerKind.Preparation, [], entry.What, price.Of(entry), spent, "once", 0, Basis(entry), FormattableString.Invariant($"{entry.At.UtcDateTime:yyyy-MM-dd}"), null, null);
    }

    private static string Basis(PreparationEntry entry)
    {
        var tokens = (entry.Usage is { } usage ? usage.Input + usage.Output : (long?)null)?.ToString("#,0", CultureInfo.InvariantCulture) ?? "an unknown number of";
        var work = entry.Model is null ? FormattableString.Invariant($"no model was called; {entry.Duration.TotalSeconds:0.0} s") : $"{tokens} tokens by {entry.Model}";
        return $"{work}{(entry is { Model: not null, FromCache: true } ? ", made before" : "")}{(entry.IsUnfinished ? ", unfinished" : "")}";
    }

    private static LedgerEntry Fixed(FixedCost cost)
    {
        var sum = FixedCostSum.Of(cost);
        return new(LedgerKind.Preparation, cost.For, cost.Kind.Replace('_', ' '), sum.Usd, null, sum.Per, 0, sum.Basis, cost.Date, cost.Source, cost.Note);
    }
}
