using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Nightly.History;

namespace EvalHarness.Nightly;

/// <summary>The exact difference of a night: which samples' answers and values changed.</summary>
internal sealed class NightDiffer(NightInput night, NightPast past, IReadOnlyDictionary<string, SampleState> states, FlakyList flaky)
{
    private readonly ScoreTable scores = night.Scores!;
    private readonly HashSet<string> stale = [.. night.GoldStale.Select(s => s.Sample)];

    public NightDiff Diff(IReadOnlyList<NightValue> values) => new(
        states.Values.Count(s => !s.IsFirst),
        states.Values.Count(s => s.IsFirst),
        states.Values.Count(s => s.IsOtherCandidate),
        states.Values.Count(s => s.IsOtherChampion),
        [.. values.Where(v => v.Champion is not null).Select(v => Change(v, v.Champion!.Value)).OfType<RowChange>()],
        [.. values.Where(v => past.LastValues.ContainsKey((v.Metric, v.Sample))).Select(v => Change(v, past.LastValues[(v.Metric, v.Sample)])).OfType<RowChange>()]);

    /// <summary>Of every guardrail whose rows are paired, over all samples whose gold holds.</summary>
    public IReadOnlyList<NightValue> Values() =>
    [
        .. from metric in Guardrail.Of(night.Policy, scores).Where(g => g.IsPaired).Select(g => g.Metric).DistinctBy(m => m.Id)
           let candidate = scores.Column(night.Candidate.Pipeline, metric.Id)
           let champion = night.Champion is { } side ? scores.Column(side.Pipeline, metric.Id) : null
           from sample in scores.Slices[0].Samples
           where !stale.Contains(scores.Samples[sample].Id)
           let value = candidate.MeanOf(sample)
           let frozen = champion?.MeanOf(sample)
           where value is not null && (champion is null || frozen is not null)
           select new NightValue(metric.Id, scores.Samples[sample].Id, value.Value, frozen, scores.Repeats),
    ];

    private RowChange? Change(NightValue now, double before)
    {
        if (now.Candidate == before)
            return null;
        var isHigherBetter = scores.Metrics.First(m => m.Id == now.Metric).Direction == Direction.Higher;
        return new(now.Sample, now.Metric, before, now.Candidate, (now.Candidate < before) == isHigherBetter, flaky.Contains(now.Sample));
    }
}
