using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Statistics;

namespace EvalHarness.Cli.Remedying;

/// <summary>What all trials together would come to.</summary>
internal static class RemedyForecast
{
    /// <returns>Items by pipeline, those of each pipeline as it is as often as it is asked.</returns>
    public static async Task<Forecast> OfAsync(IReadOnlyList<RemedyTrial> trials, CancellationToken cancellationToken)
    {
        List<Forecast> each = [];
        foreach (var trial in trials)
            each.Add(await new Preflight(new ExperimentInputs(trial.Experiment)).ForecastAsync(ChoiceOf(trial), cancellationToken));
        return new Forecast(each.Sum(f => f.Samples), [.. each.SelectMany(f => f.Items)], each.Count == 0 ? [] : each[^1].Assumptions) { Judges = [.. each.SelectMany(f => f.Judges)] };
    }

    /// <summary>Whether anybody is paid, as far as anybody can tell.</summary>
    public static bool Costs(Forecast forecast) =>
        forecast.Items.Where(i => i.IsPaid).Concat(forecast.Judges).Any(i => i.Usd is not { High: 0 });

    /// <summary>"4 trials, 320 calls; to be spent: 0 USD; about 0.1–0.4 minutes."</summary>
    public static string Words(int trials, Forecast forecast)
    {
        var all = forecast.Items.Concat(forecast.Judges).ToList();
        var unknown = all.Exists(i => i.IsPaid && i.Usd is null) ? ", and what is unknown" : "";
        return FormattableString.Invariant($"{trials} trials, {Figure.Count(all.Sum(i => i.Calls))} calls; to be spent: {ForecastResult.Range(UsdRange.Add(forecast.KnownUsd, forecast.JudgesUsd))} USD{unknown}; about {all.Sum(i => i.Minutes.Low):0.0}–{all.Sum(i => i.Minutes.High):0.0} minutes by the forecast's assumptions.");
    }

    public static SampleChoice ChoiceOf(RemedyTrial trial) => new() { Filter = new SampleFilter { Ids = trial.Samples } };
}
