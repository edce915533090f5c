using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Nightly.Detectors;
using EvalHarness.Statistics;

namespace EvalHarness.Nightly;

/// <summary>The alarm: each guardrail through its detector.</summary>
/// <param name="epoch">The nights whose evidence counts.</param>
/// <param name="states">By sample.</param>
internal sealed class GuardrailJudge(NightInput night, IReadOnlyList<Night> epoch, IReadOnlyDictionary<string, SampleState> states, bool isNothingNew)
{
    private readonly ScoreTable scores = night.Scores!;
    private readonly HashSet<string> stale = [.. night.GoldStale.Select(s => s.Sample)];

    public IReadOnlyList<GuardrailLine> Lines()
    {
        var guardrails = Guardrail.Of(night.Policy, scores);
        AlarmBudget budget = new(Math.Max(1, guardrails.Count(g => g.IsWatched)), night.HorizonNights, night.Chance);
        return [.. guardrails.Select(g => Line(g, budget))];
    }

    private GuardrailLine Line(Guardrail guardrail, AlarmBudget budget)
    {
        if (!guardrail.IsWatched)
            return Told(guardrail, $"{guardrail.Slice.Samples.Count} samples are too few to be watched");
        if (!guardrail.IsPaired)
            return Figure(guardrail, budget);
        return night.Champion is { } champion ? Betting(guardrail, champion.Pipeline, budget) : Conformal(guardrail, budget);
    }

    private GuardrailLine Betting(Guardrail guardrail, string champion, AlarmBudget budget)
    {
        var (one, other) = (scores.Column(night.Candidate.Pipeline, guardrail.Metric.Id)!, scores.Column(champion, guardrail.Metric.Id)!);
        var samples = Samples(guardrail.Slice).Where(s => one.MeanOf(s) is not null && other.MeanOf(s) is not null).ToList();
        if (samples.Count == 0)
            return Told(guardrail, "no sample has a value on both sides");
        var width = ValueRange.Of(guardrail.Metric.Unit)!.Value.Width * (guardrail.Metric.Direction == Direction.Higher ? 1 : -1);
        PairedRow[] rows = [.. samples.Select(s => new PairedRow(scores.Samples[s].ClusterIndex, (one.MeanOf(s)!.Value - other.MeanOf(s)!.Value) / width, State(s).IsAnew))];
        var (candidate, frozen) = (samples.Average(s => one.MeanOf(s)!.Value), samples.Average(s => other.MeanOf(s)!.Value));

        var margin = MarginOf(guardrail, GuardrailLine.Betting, frozen);
        var evidence = NightEvidence.Of(rows, margin / Math.Abs(width), samples.Any(s => State(s).HasChanged));
        var (past, numbers) = Past(guardrail, GuardrailLine.Betting, margin, _ => true);
        var watch = past.Aggregate(new GuardrailWatch(budget), (w, l) => w.After(new NightEvidence(l.E, l.ChangeP))).After(evidence);
        return new GuardrailLine
        {
            Metric = guardrail.Name,
            Slice = guardrail.Slice.Name,
            DefinitionId = guardrail.Metric.DefinitionId,
            Unit = guardrail.Metric.Unit,
            Detector = GuardrailLine.Betting,
            Margin = margin,
            Outcome = watch.AlarmNight is null ? WatchOutcome.Quiet : WatchOutcome.Alarm,
            Why = BettingWords(watch, evidence, budget, rows),
            N = rows.Length,
            Clusters = rows.DistinctBy(r => r.Cluster).Count(),
            Anew = rows.Count(r => r.IsAnew),
            Candidate = candidate,
            Champion = frozen,
            E = evidence.E,
            ChangeP = evidence.ChangeP,
            Statistic = watch.Detector.Statistic,
            Threshold = budget.Threshold,
            AlarmNight = watch.AlarmNight is { } alarm ? numbers[alarm - 1] : null,
            OnsetNight = watch.OnsetNight is { } onset ? numbers[onset - 1] : null,
        };
    }

    private static string BettingWords(GuardrailWatch watch, NightEvidence evidence, AlarmBudget budget, PairedRow[] rows)
    {
        var (worse, better) = (rows.Count(r => r.Difference < 0), rows.Count(r => r.Difference > 0));
        var counted = evidence.E is { } e
            ? FormattableString.Invariant($"answers drawn anew on {rows.Count(r => r.IsAnew)} of {rows.Length} samples, evidence {e:0.###}")
            : "no answer is known to be drawn anew, so none is counted again";
        var judged = evidence.ChangeP is { } p ? FormattableString.Invariant($"; the change was judged once, p {p:0.####} against {budget.AlphaOf(watch.Judged):0.####}") : "";
        return FormattableString.Invariant($"{worse} samples worse and {better} better than the champion; {counted}{judged}; {watch.Detector.Statistic:0.#} of {budget.Threshold:0}");
    }

    private GuardrailLine Conformal(Guardrail guardrail, AlarmBudget budget)
    {
        var column = scores.Column(night.Candidate.Pipeline, guardrail.Metric.Id)!;
        var samples = Samples(guardrail.Slice).Where(s => column.MeanOf(s) is not null).ToList();
        if (samples.Count == 0)
            return Told(guardrail, "no sample has a value");
        var mean = samples.Average(s => column.MeanOf(s)!.Value);
        var margin = MarginOf(guardrail, GuardrailLine.Conformal, mean);
        double? watched = isNothingNew ? null : guardrail.Metric.Direction == Direction.Higher ? mean : -mean;
        var (values, numbers) = Fed(guardrail, GuardrailLine.Conformal, margin, watched);
        var reading = new ConformalWatch(margin, budget).Read(values, [.. numbers.Select(n => TieBreak(guardrail, n))]);
        return new GuardrailLine
        {
            Metric = guardrail.Name,
            Slice = guardrail.Slice.Name,
            DefinitionId = guardrail.Metric.DefinitionId,
            Unit = guardrail.Metric.Unit,
            Detector = GuardrailLine.Conformal,
            Margin = margin,
            Outcome = reading.AlarmNight is null ? WatchOutcome.Quiet : WatchOutcome.Alarm,
            Why = FormattableString.Invariant($"ranked among {values.Count} nights, ties by seed {night.Seed}; {reading.Statistic:0.#} of {budget.Threshold:0}"),
            N = samples.Count,
            Clusters = samples.Select(s => scores.Samples[s].ClusterIndex).Distinct().Count(),
            Candidate = mean,
            Watched = watched,
            Statistic = reading.Statistic,
            Threshold = budget.Threshold,
            AlarmNight = reading.AlarmNight is { } alarm ? numbers[alarm] : null,
            OnsetNight = reading.OnsetNight is { } onset ? numbers[onset] : null,
        };
    }

    private double TieBreak(Guardrail guardrail, int number) => 1 - new SeededRandom(night.Seed, $"nightly/ties/{guardrail.Name}/{guardrail.Slice.Name}/{number}").NextDouble();

    private GuardrailLine Figure(Guardrail guardrail, AlarmBudget budget)
    {
        var candidate = Summary(night.Candidate.Pipeline, guardrail);
        var champion = night.Champion is { } side ? Summary(side.Pipeline, guardrail) : null;
        var worse = candidate is { } value ? WatchedFigure.Worse(guardrail.Metric, value) : null;
        if (worse is not null && night.Champion is not null)
            worse = champion is { } frozen ? worse - WatchedFigure.Worse(guardrail.Metric, frozen) : null;
        if (worse is null)
            return Told(guardrail, "there is no such figure tonight");

        var granted = guardrail.Granted.IsRelative || guardrail.Metric.Worst is not null ? guardrail.Granted.Value : guardrail.Granted.Value / Math.Abs((champion ?? candidate)!.Value);
        var margin = epoch.SelectMany(n => n.Guardrails).FirstOrDefault(l => IsOf(l, guardrail, GuardrailLine.Cusum))?.Margin ?? Math.Log(1 + granted);
        double? watched = isNothingNew && !WatchedFigure.IsTime(guardrail.Metric) ? null : worse;
        var (values, numbers) = Fed(guardrail, GuardrailLine.Cusum, margin, watched);
        SeriesWatch watch = new(budget.OfSeries, WatchedFigure.Floor(guardrail.Metric, scores.Samples.Count)) { Nights = night.HorizonNights };
        // Against a champion the permitted ratio is known; alone it is told from the burn-in.
        var reading = (watch with { Permitted = night.Champion is null ? values.Take(watch.BurnIn).DefaultIfEmpty(0).Average() + margin : margin })
            .Read(values, new SeededRandom(night.Seed, $"nightly/alarm/{guardrail.Name}/{guardrail.Slice.Name}"));
        return new GuardrailLine
        {
            Metric = guardrail.Name,
            Slice = guardrail.Slice.Name,
            DefinitionId = guardrail.Metric.DefinitionId,
            Unit = guardrail.Metric.Unit,
            Detector = GuardrailLine.Cusum,
            Margin = margin,
            Outcome = reading.IsBeyond ? WatchOutcome.Alarm : reading.IsLearning ? WatchOutcome.Learning : WatchOutcome.Quiet,
            Why = SeriesJudge.Words(reading, watch.BurnIn),
            N = scores.Samples.Count,
            Candidate = candidate,
            Champion = champion,
            Watched = watched,
            Statistic = reading.Statistic,
            Threshold = reading.Threshold,
            AlarmNight = reading.IsBeyond ? epoch.SelectMany(n => n.Guardrails).FirstOrDefault(l => IsOf(l, guardrail, GuardrailLine.Cusum) && l.AlarmNight is not null)?.AlarmNight ?? night.Number : null,
            OnsetNight = reading.Onset is { } onset ? numbers[Math.Min(onset, numbers.Count - 1)] : null,
        };
    }

    private double? Summary(string pipeline, Guardrail guardrail) =>
        night.Summaries.FirstOrDefault(s => s.Pipeline == pipeline && s.Name == guardrail.Name && s.Slice == guardrail.Slice.Name)?.Estimate?.Value;

    private GuardrailLine Told(Guardrail guardrail, string why) => new()
    {
        Metric = guardrail.Name,
        Slice = guardrail.Slice.Name,
        DefinitionId = guardrail.Metric.DefinitionId,
        Unit = guardrail.Metric.Unit,
        Detector = night.Champion is null ? GuardrailLine.Conformal : GuardrailLine.Betting,
        Margin = guardrail.Granted.Value,
        Outcome = WatchOutcome.Told,
        Why = why,
    };

    // A relative margin is that of the first night: evidence of unlike margins cannot be added.
    private double MarginOf(Guardrail guardrail, string detector, double mean) => !guardrail.Granted.IsRelative
        ? guardrail.Granted.Value
        : epoch.SelectMany(n => n.Guardrails).FirstOrDefault(l => IsOf(l, guardrail, detector))?.Margin ?? guardrail.Granted.Value * Math.Abs(mean);

    // The newest nights without a break in definition or margin.
    private (IReadOnlyList<GuardrailLine> Lines, IReadOnlyList<int> Numbers) Past(Guardrail guardrail, string detector, double margin, Func<GuardrailLine, bool> counts)
    {
        List<(GuardrailLine Line, int Number)> past = [];
        foreach (var before in epoch.Reverse())
        {
            if (before.Guardrails.FirstOrDefault(l => IsOf(l, guardrail, detector)) is not { } line)
                continue;
            if (line.DefinitionId != guardrail.Metric.DefinitionId || line.Margin != margin)
                break;
            if (counts(line))
                past.Insert(0, (line, before.Number));
        }

        return ([.. past.Select(p => p.Line)], [.. past.Select(p => p.Number), night.Number]);
    }

    private (IReadOnlyList<double> Values, IReadOnlyList<int> Numbers) Fed(Guardrail guardrail, string detector, double margin, double? watched)
    {
        var (lines, numbers) = Past(guardrail, detector, margin, l => l.Watched is not null);
        return watched is { } value
            ? ([.. lines.Select(l => l.Watched!.Value), value], numbers)
            : ([.. lines.Select(l => l.Watched!.Value)], [.. numbers.SkipLast(1)]);
    }

    private static bool IsOf(GuardrailLine line, Guardrail guardrail, string detector) =>
        line.Metric == guardrail.Name && line.Slice == guardrail.Slice.Name && line.Detector == detector && line.Outcome != WatchOutcome.Told;

    private IEnumerable<int> Samples(Slice slice) => slice.Samples.Where(s => !stale.Contains(scores.Samples[s].Id));

    private SampleState State(int sample) => states.GetValueOrDefault(scores.Samples[sample].Id);
}
