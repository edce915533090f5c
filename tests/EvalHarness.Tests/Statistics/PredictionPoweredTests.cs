using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class PredictionPoweredTests
{
    // By hand: the judge says 1 too often by 1/4 on the labelled rows; its mean of 1/2 elsewhere is put down to 1/4.
    [Test]
    public void The_judges_mean_is_put_right_by_its_error()
    {
        var mean = PredictionPowered.Mean([1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], 0.95, trust: 1);

        Assert.That(mean.Value, Is.EqualTo(0.25).Within(1e-12));
        Assert.That(mean.N, Is.EqualTo(8));
    }

    [Test]
    public void A_judge_that_never_varies_is_not_listened_to()
    {
        var mean = PredictionPowered.Mean([1, 0, 1, 0], [1, 1, 1, 1], [1, 1, 1, 1], 0.95);

        Assert.That(mean.Value, Is.EqualTo(0.5).Within(1e-12));
    }

    [Test]
    public void A_judge_that_is_right_narrows_the_interval()
    {
        double[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 2.0)];
        double[] rest = [.. Enumerable.Range(0, 400).Select(i => i % 2.0)];

        var (alone, helped) = (PredictionPowered.Mean(labels, labels, rest, 0.95, trust: 0), PredictionPowered.Mean(labels, labels, rest, 0.95));

        Assert.That(Width(helped), Is.LessThan(0.5 * Width(alone)));
    }

    private static double Width(Estimate estimate) => estimate.High!.Value - estimate.Low!.Value;
}
