using EvalHarness.Datasets;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>Decides before a run whether its budget can be watched, and makes the limit that watches it.</summary>
public sealed class SpendWatch
{
    // A service does not say beforehand what it uses: what a long prompt and a long reply cost is set aside until its first answers tell.
    private static readonly TokenUsage OfAService = new(16_000, 4_000);

    private readonly decimal limitUsd;
    private readonly TracePricer pricer;
    private readonly decimal preparationUsd;
    private readonly Dictionary<string, decimal> highestUsd;
    private readonly Dictionary<string, string> judges;

    private SpendWatch(decimal limitUsd, ExperimentInputs inputs, Forecast forecast)
    {
        (this.limitUsd, pricer) = (limitUsd, inputs.Pricer);
        judges = inputs.Experiment.Judges.ToDictionary(j => j.Name, j => j.Model.PriceAs ?? j.Model.Name ?? "", StringComparer.Ordinal);
        var paid = forecast.Paid.ToLookup(i => i.Item == ForecastItem.Index);
        preparationUsd = paid[true].Sum(i => i.HighestUsd ?? 0);
        highestUsd = paid[false].GroupBy(i => i.Pipeline, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(i => i.HighestUsd ?? Assumed(i, inputs.Prices)), StringComparer.Ordinal);
    }

    /// <summary>Absent when the experiment has no budget.</summary>
    /// <param name="choice">Rows of the split; all of them when absent.</param>
    /// <exception cref="InputException">A pipeline has a price that is unknown, or one answer may cost more than the budget.</exception>
    public static async Task<SpendWatch?> OverAsync(ExperimentInputs inputs, SampleChoice? choice, CancellationToken cancellationToken)
    {
        if (inputs.Experiment.Run.BudgetUsd is not { } budget)
            return null;
        var forecast = await new Preflight(inputs).ForecastAsync(choice, cancellationToken);
        ThrowIfUnknown(forecast, inputs.Prices);
        ThrowIfUnknown(inputs.Experiment.Judges, inputs.Prices);
        var watch = new SpendWatch(budget, inputs, forecast);
        watch.ThrowIfTooSmall();
        return watch;
    }

    /// <summary>The limit of one run whose pipelines are built: what it has spent already counts, judges' calls too.</summary>
    public async Task<ISpendLimit> LimitAsync(OpenRun run, CancellationToken cancellationToken) =>
        new PricedSpendLimit(new Budget(limitUsd, await SpentAsync(run, cancellationToken), highestUsd), pricer);

    /// <summary>What the run's answers have left for judges.</summary>
    public async Task<IJudgeLimit> JudgeLimitAsync(OpenRun run, CancellationToken cancellationToken) =>
        new PricedJudgeLimit(new Budget(limitUsd, await SpentAsync(run, cancellationToken), new Dictionary<string, decimal>()), pricer);

    private async Task<decimal> SpentAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var price = new PreparationPrice(pricer);
        // What is unknown is taken to be what was foreseen.
        var spent = (run.Manifest.Preparation ?? []).Sum(e => price.Settled(e) ?? Foreseen(e.Pipeline));
        await foreach (var trace in run.Store.Traces.ReadAsync(cancellationToken))
            spent += pricer.Price(trace).SettledUsd ?? highestUsd.GetValueOrDefault(trace.Pipeline);
        await foreach (var (judge, call) in run.Store.JudgeCalls.ReadAsync(cancellationToken))
            spent += PricedJudgeLimit.Spent(pricer, judges.GetValueOrDefault(judge), call) ?? AssumedOfAJudge(judge, call);
        return spent;
    }

    private decimal AssumedOfAJudge(string judge, ModelCall call) =>
        pricer.Prices.Find(judges.GetValueOrDefault(judge) ?? call.Model ?? "") is { } price ? Assumed(price) : 0;

    // Of something that several pipelines may share, nothing says what it was.
    private decimal Foreseen(string? pipeline) => pipeline is null ? Math.Max(preparationUsd, highestUsd.Values.Append(0).Max()) : highestUsd.GetValueOrDefault(pipeline);

    private static void ThrowIfUnknown(Forecast forecast, PriceTable prices)
    {
        var unknown = forecast.Items.Where(i => i.IsPaid && (i.Model is null || prices.Find(i.Model) is null)).ToList();
        if (unknown.Count > 0)
            throw new InputException([.. unknown.Select(i => new InputProblem($"pipeline '{i.Pipeline}'", $"the budget cannot watch it, because {i.Unknown}", "Put the model into the price table and name it by price_as, or take run.budget_usd and --max-cost away."))]);
    }

    private static void ThrowIfUnknown(IReadOnlyList<JudgeSource> judges, PriceTable prices)
    {
        var unknown = judges.Where(j => prices.Find(j.Model.PriceAs ?? j.Model.Name ?? "") is null).ToList();
        if (unknown.Count > 0)
            throw new InputException([.. unknown.Select(j => new InputProblem($"judge '{j.Name}'", $"the budget cannot watch it, because the price table has no '{j.Model.PriceAs ?? j.Model.Name}'", "Put the model into the price table and name it by price_as, or take run.budget_usd and --max-cost away."))]);
    }

    private void ThrowIfTooSmall()
    {
        var dear = highestUsd.Where(h => h.Value > limitUsd - preparationUsd).Select(h => new InputProblem(
            $"pipeline '{h.Key}'",
            FormattableString.Invariant($"one answer may cost {h.Value:0.######} USD, and the budget leaves {limitUsd - preparationUsd:0.######}"),
            "Raise run.budget_usd or --max-cost, or lower the model's max_tokens. evalharness run --dry-run shows what is expected.")).ToList();
        if (dear.Count > 0)
            throw new InputException(dear);
    }

    private static decimal Assumed(ForecastItem item, PriceTable prices) => Assumed(prices.Find(item.Model!)!);

    private static decimal Assumed(ModelPrice price) => PriceTable.Price(price, price.OutputPerMillion is null ? OfAService with { Output = 0 } : OfAService).CostUsd;
}
