using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class RoganGladenTests
{
    // By hand: a true rate of 60 % is seen as .6 · .9 + .4 · .2 = 62 %.
    [Test]
    public void It_undoes_what_the_judge_does()
    {
        var judge = new RoganGladen(0.9, 400, 0.8, 400);

        Assert.That(judge.Corrected(0.62), Is.EqualTo(0.6).Within(1e-12));
        Assert.That(judge.Youden, Is.EqualTo(0.7).Within(1e-12));
        Assert.That(judge.Rate(0.62, 1000, 0.95), Has.Property("Low").LessThan(0.6).And.Property("High").GreaterThan(0.6));
    }

    [Test]
    public void A_judge_that_guesses_says_nothing() => Assert.That(new RoganGladen(0.5, 100, 0.5, 100).Rate(0.5, 1000, 0.95), Is.Null);

    [Test]
    public void More_labels_narrow_it()
    {
        var (few, many) = (new RoganGladen(0.9, 50, 0.8, 50).Rate(0.6, 1000, 0.95)!, new RoganGladen(0.9, 500, 0.8, 500).Rate(0.6, 1000, 0.95)!);

        Assert.That(Width(many), Is.LessThan(Width(few)));
    }

    private static double Width(Estimate estimate) => estimate.High!.Value - estimate.Low!.Value;
}
