using EvalHarness.Comparisons;
using EvalHarness.Nightly.Detectors;
using EvalHarness.Statistics;

namespace EvalHarness.Nightly;

/// <summary>The warning: every watched figure of either side against its own burn-in.</summary>
internal sealed class SeriesJudge(NightInput night, IReadOnlyList<Night> epoch, bool isNothingNew)
{
    // Over all figures, within the horizon.
    private const double Chance = 0.1;

    public const string CandidateSide = "candidate";
    public const string ChampionSide = "champion";

    public IReadOnlyList<SeriesLine> Lines()
    {
        var guardrails = night.Policy.Metrics.Select(m => m.Metric).ToHashSet(StringComparer.Ordinal);
        List<(string Side, MetricSummary Summary, double Worse)> watched =
        [
            .. from side in Sides()
               from summary in night.Summaries
               where summary.Pipeline == side.Pipeline && summary.Estimate is not null && summary.Slice == Slice.All && (WatchedFigure.IsWatched(summary) || guardrails.Contains(summary.Name))
               let worse = WatchedFigure.Worse(summary.Metric, summary.Estimate!.Value)
               where worse is not null
               select (side.Name, summary, worse.Value),
        ];
        return [.. watched.Select(w => Line(w.Side, w.Summary, w.Worse, Chance / watched.Count))];
    }

    public static string Words(SeriesReading reading, int burnIn) => reading switch
    {
        { IsLearning: true } => FormattableString.Invariant($"learning, night {reading.Learned} of {burnIn}"),
        { IsBeyond: true } => FormattableString.Invariant($"it strays from its burn-in: {reading.Statistic:0.#} standard deviations added up, {reading.Threshold:0.#} are chance's"),
        _ => FormattableString.Invariant($"as in its burn-in: {reading.Statistic:0.#} of {reading.Threshold:0.#}"),
    };

    private IEnumerable<(string Name, string Pipeline)> Sides() => night.Champion is { } champion
        ? [(CandidateSide, night.Candidate.Pipeline), (ChampionSide, champion.Pipeline)]
        : [(CandidateSide, night.Candidate.Pipeline)];

    private SeriesLine Line(string side, MetricSummary summary, double worse, double chance)
    {
        double? watched = isNothingNew && !WatchedFigure.IsTime(summary.Metric) ? null : worse;
        var (values, numbers) = Fed(side, summary, watched);
        SeriesWatch watch = new(chance, WatchedFigure.Floor(summary.Metric, summary.Estimate!.N)) { Nights = night.HorizonNights };
        var reading = watch.Read(values, new SeededRandom(night.Seed, $"nightly/warn/{side}/{summary.Name}"));
        return new SeriesLine
        {
            Figure = summary.Name,
            Side = side,
            DefinitionId = summary.Metric.DefinitionId,
            Unit = summary.Metric.Unit,
            Value = summary.Estimate.Value,
            Watched = watched,
            Statistic = reading.Statistic,
            Threshold = reading.Threshold,
            Outcome = reading.IsBeyond ? WatchOutcome.Warn : reading.IsLearning ? WatchOutcome.Learning : WatchOutcome.Quiet,
            Why = Words(reading, watch.BurnIn),
            OnsetNight = reading.Onset is { } onset ? numbers[Math.Min(onset, numbers.Count - 1)] : null,
        };
    }

    private (IReadOnlyList<double> Values, IReadOnlyList<int> Numbers) Fed(string side, MetricSummary summary, double? watched)
    {
        var past = from before in epoch
                   from line in before.Series
                   where line.Side == side && line.Figure == summary.Name && line.DefinitionId == summary.Metric.DefinitionId && line.Watched is not null
                   select (Value: line.Watched!.Value, before.Number);
        List<(double Value, int Number)> fed = [.. past];
        if (watched is { } tonight)
            fed.Add((tonight, night.Number));
        return ([.. fed.Select(f => f.Value)], [.. fed.Select(f => f.Number)]);
    }
}
