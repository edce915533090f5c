using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class NewcombeTests
{
    // Newcombe 1998, Statistics in Medicine 17, Table III, method 10.
    [TestCase(36, 12, 2, 0, 0.0569, 0.3404)]
    public void It_gives_the_published_interval(int bothRight, int wins, int losses, int bothWrong, double low, double high)
    {
        var interval = Newcombe.Of(new PairedCounts(bothRight, wins, losses, bothWrong), 0.95);

        Assert.That(interval.Low, Is.EqualTo(low).Within(5e-5));
        Assert.That(interval.High, Is.EqualTo(high).Within(5e-5));
    }

    [Test]
    public void Swapping_the_sides_negates_it()
    {
        var (one, other) = (Newcombe.Of(new PairedCounts(60, 12, 5, 23), 0.9), Newcombe.Of(new PairedCounts(60, 5, 12, 23), 0.9));

        Assert.That(one.Low, Is.EqualTo(-other.High!.Value).Within(1e-12));
        Assert.That(one.High, Is.EqualTo(-other.Low!.Value).Within(1e-12));
    }
}
