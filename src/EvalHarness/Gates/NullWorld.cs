using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>Makes rows like those of a run of which the truth is known: both sides equal, or the candidate worse by a margin.</summary>
/// <remarks>
/// Whole clusters are drawn with replacement and the labels of each are swapped with chance ½: sides are exchangeable, so their true
/// difference is 0, and a resampled run is never compared with itself. For a margin the candidate is then made worse: of a yes/no
/// metric right answers are turned wrong at random, so often that its rate falls by the margin; of others every value is moved.
/// </remarks>
internal sealed class NullWorld
{
    private readonly PairedRows rows;
    private readonly (double Candidate, double Baseline)[][] clusters;

    public NullWorld(PairedRows rows)
    {
        this.rows = rows;
        clusters = [.. rows.Rows.OrderBy(r => r.Cluster).GroupBy(r => r.Cluster).Select(g => g.Select(r => (r.Candidate, r.Baseline)).Order().ToArray())];
    }

    /// <summary>Whether the candidate can be made worse by the margin: a rate cannot fall below 0.</summary>
    public bool CanBeWorse(Margin margin) => rows.Metric.Unit is not Unit.YesNo || Turned(margin) <= 1;

    /// <summary>Both sides equal.</summary>
    public PairedRows Equal(SeededRandom random) => Draw(random, (value, _) => value);

    /// <summary>The candidate truly worse by the margin.</summary>
    public PairedRows Worse(SeededRandom random, Margin margin) => Draw(random, (value, chance) => Worsened(value, margin, chance));

    private PairedRows Draw(SeededRandom random, Func<double, SeededRandom, double> candidateOf)
    {
        List<(double, double, int)> drawn = new(rows.N);
        for (var place = 0; place < clusters.Length; place++)
        {
            var swap = random.Next(2) == 1;
            foreach (var (candidate, baseline) in clusters[random.Next(clusters.Length)])
                drawn.Add((candidateOf(swap ? baseline : candidate, random), swap ? candidate : baseline, place));
        }

        return rows with { Rows = drawn };
    }

    private double Worsened(double value, Margin margin, SeededRandom random) => rows.Metric.Unit switch
    {
        not Unit.YesNo => value - (margin.IsRelative ? margin.Value * Math.Abs(value) : margin.Value),
        _ when value == Best => random.NextDouble() < Turned(margin) ? Best - 1 : value,
        // A mean over repeats: as many of its right answers fall.
        _ => value - ((value - (Best - 1)) * Turned(margin)),
    };

    // Rows point upwards: a metric that is better lower runs from −1 to 0.
    private double Best => rows.Metric.Direction is Direction.Higher ? 1 : 0;

    // The share of right answers that must fall.
    private double Turned(Margin margin)
    {
        var right = rows.Rows.Average(r => (r.Candidate + r.Baseline) / 2) - (Best - 1);
        var fall = margin.IsRelative ? margin.Value * Math.Abs(rows.BaselineMean ?? 0) : margin.Value;
        return right > 0 ? fall / right : double.PositiveInfinity;
    }
}
