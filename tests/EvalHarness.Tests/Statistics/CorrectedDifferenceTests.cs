using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class CorrectedDifferenceTests
{
    private static readonly RoganGladen Perfect = new(1, 1_000_000, 1, 1_000_000);

    [Test]
    public void A_perfect_judge_corrects_nothing()
    {
        var samples = Samples(500, 0.8, 0.7);
        var plain = ClusteredValues.Independent(samples.Select(s => s.Candidate - s.Baseline));

        var corrected = Of(samples, Perfect, Perfect, 0.95);

        Assert.That(corrected.Difference.Value, Is.EqualTo(plain.Mean).Within(1e-12));
        Assert.That(corrected.Difference.Low, Is.EqualTo(ClusteredT.Of(plain, 0.95).Low).Within(1e-4));
    }

    [Test]
    public void Each_side_is_corrected_by_its_own_judge()
    {
        // Said .8 and .6: (.8 + .9 − 1) / .7 = 1 and (.6 + .8 − 1) / .5 = .8.
        RoganGladen candidate = new(0.8, 200, 0.9, 200), baseline = new(0.7, 200, 0.8, 200);
        IReadOnlyList<(double, double, int)> samples = [.. Enumerable.Range(0, 100).Select(i => (i < 80 ? 1.0 : 0, i < 60 ? 1.0 : 0, i))];

        Assert.That(Of(samples, candidate, baseline, 0.95).Difference.Value, Is.EqualTo(0.2).Within(1e-12));
    }

    [Test]
    public void Few_labels_make_it_wide_however_many_rows_there_are()
    {
        var samples = Samples(20_000, 0.8, 0.75);

        var few = Of(samples, new(0.9, 20, 0.9, 20), new(0.9, 20, 0.9, 20), 0.95);
        var many = Of(samples, new(0.9, 2_000, 0.9, 2_000), new(0.9, 2_000, 0.9, 2_000), 0.95);

        Assert.That(few.LabelVariance, Is.GreaterThan(10 * few.RowVariance));
        Assert.That(few.Difference.High - few.Difference.Low, Is.GreaterThan(5 * (many.Difference.High!.Value - many.Difference.Low!.Value)));
    }

    [Test]
    public void A_candidate_worse_by_the_margin_passes_no_more_often_than_alpha()
    {
        // Balanced accuracy .75: ignoring it, such a candidate passes most of the time.
        const int Runs = 1_000;
        SeededRandom random = new(7, "estimated");
        var (corrected, naive) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var judges = (Labelled(random), Labelled(random));
            IReadOnlyList<(double Candidate, double Baseline, int)> samples = [.. Enumerable.Range(0, 1_000).Select(i => (Says(random, 0.70), Says(random, 0.80), i))];
            corrected += Of(samples, judges.Item1, judges.Item2, 0.9).Difference.Low > -0.1 ? 1 : 0;
            naive += ClusteredT.Of(ClusteredValues.Independent(samples.Select(s => s.Candidate - s.Baseline)), 0.9).Low > -0.1 ? 1 : 0;
        }

        Assert.That(corrected / (double)Runs, Is.LessThanOrEqualTo(0.065));
        Assert.That(naive / (double)Runs, Is.GreaterThan(0.5));
    }

    [Test]
    public void Fewer_than_six_clusters_bound_nothing()
    {
        var difference = Of([.. Enumerable.Range(0, 50).Select(i => ((double)(i % 2), (double)(i % 3 == 0 ? 1 : 0), i % 5))], Perfect, Perfect, 0.95);

        Assert.That((difference.Difference.Low, difference.Difference.High, difference.Above(0)), Is.EqualTo(((double?)null, (double?)null, (double?)null)));
    }

    private static CorrectedDifference Of(IReadOnlyList<(double Candidate, double Baseline, int Cluster)> said, RoganGladen candidate, RoganGladen baseline, double confidence) => new(
        [.. said.Select(s => (candidate.Corrected(s.Candidate), baseline.Corrected(s.Baseline), s.Cluster))],
        candidate.LabelVariance(said.Average(s => s.Candidate)) + baseline.LabelVariance(said.Average(s => s.Baseline)),
        confidence);

    // A judge of sensitivity and specificity .75, measured on 300 labels of each kind.
    private static RoganGladen Labelled(SeededRandom random) => new(Share(random), 300, Share(random), 300);

    private static double Share(SeededRandom random) => Enumerable.Range(0, 300).Count(_ => random.NextDouble() < 0.75) / 300.0;

    private static double Says(SeededRandom random, double truth) => random.NextDouble() < truth == random.NextDouble() < 0.75 ? 1 : 0;

    private static IReadOnlyList<(double Candidate, double Baseline, int Cluster)> Samples(int n, double candidate, double baseline)
    {
        SeededRandom random = new(1, "judged");
        return [.. Enumerable.Range(0, n).Select(i => (random.NextDouble() < candidate ? 1.0 : 0, random.NextDouble() < baseline ? 1.0 : 0, i))];
    }
}
