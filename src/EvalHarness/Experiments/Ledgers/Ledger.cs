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
    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(RunManifest manifest, TraceStore traces, CancellationToken cancellationToken)
    {
        Dictionary<string, AnswerSum> sums = new(StringComparer.Ordinal);
        await foreach (var trace in traces.ReadAsync(cancellationToken))
        {
            if (!sums.TryGetValue(trace.Pipeline, out var sum))
                sums[trace.Pipeline] = sum = new AnswerSum();
            sum.Add(pricer.Price(trace));
        }

        return
        [
            .. manifest.Pipelines.Where(p => sums.ContainsKey(p.Name)).SelectMany(p => sums[p.Name].Entries(p.Name, PriceDate)),
            new(LedgerKind.Judge, [], "judging", 0, 0, "run", 0, "no model judged answers", null, null, null),
            .. (manifest.Preparation ?? []).Select(Prepared),
            .. inputs.Experiment.FixedCosts.Where(c => manifest.Pipelines.Any(p => c.For.Contains(p.Name))).Select(Fixed),
        ];
    }

    private string? PriceDate => inputs.Prices.Sources is [] ? null : string.Join(" and ", inputs.Prices.Sources.Select(s => s.Date).Distinct());

    private LedgerEntry Prepared(PreparationEntry entry)
    {
        var usd = PreparationPrice.Of(entry, inputs.Prices);
        var basis = entry.Model is null
            ? FormattableString.Invariant($"no model was called; {entry.Duration.TotalSeconds:0.0} s")
            : $"{entry.Usage?.Input.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture) ?? "an unknown number of"} tokens by {entry.Model}{(entry.FromCache ? ", made before" : "")}";
        return new(LedgerKind.Preparation, [], entry.What, usd, entry.FromCache ? 0 : usd, "once", 0, basis, FormattableString.Invariant($"{entry.At.UtcDateTime:yyyy-MM-dd}"), null, null);
    }

    private static LedgerEntry Fixed(FixedCost cost)
    {
        var sum = FixedCostSum.Of(cost);
        return new(LedgerKind.Preparation, cost.For, cost.Kind.Replace('_', ' '), sum.Usd, null, sum.Per, 0, sum.Basis, cost.Date, cost.Source, cost.Note);
    }
}
