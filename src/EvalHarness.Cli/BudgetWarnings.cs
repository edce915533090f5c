using System.Globalization;
using EvalHarness.Experiments.Forecasts;

namespace EvalHarness.Cli;

/// <summary>What a run with this budget would do other than finish.</summary>
internal static class BudgetWarnings
{
    /// <param name="budgetUsd">Absent: nothing to warn of.</param>
    public static IEnumerable<string> Of(Forecast forecast, decimal? budgetUsd)
    {
        if (budgetUsd is not { } budget)
            yield break;
        var unknown = forecast.Items.Concat(forecast.Judges).Where(i => i is { IsPaid: true, Unknown: not null }).Select(i => i.Pipeline).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            yield return $"the run would be refused: the budget cannot watch a price that is unknown ({string.Join(", ", unknown)})";
        var usd = forecast.KnownUsd + forecast.JudgesUsd;
        var (found, expected) = (budget.ToString("0.######", CultureInfo.InvariantCulture), ForecastResult.Range(usd));
        if (usd.Low > budget)
            yield return $"the budget of {found} USD is less than the {expected} USD to expect: the run would stop before its end, resumable with more";
        else if (usd.High > budget)
            yield return $"the budget of {found} USD may be too small for the {expected} USD to expect: the run would then stop before its end, resumable with more";
    }
}
