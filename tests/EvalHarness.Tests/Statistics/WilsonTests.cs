using EvalHarness.Statistics;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class WilsonTests
{
    [Test]
    public void Eighty_one_of_263_gives_the_published_interval()
    {
        // Newcombe 1998, Statistics in Medicine 17: 857–872, table I.
        var interval = Wilson.Of(81 / 263.0, 263, 0.95);

        Assert.That(interval.Low, Is.EqualTo(0.2553).Within(5e-5));
        Assert.That(interval.High, Is.EqualTo(0.3662).Within(5e-5));
    }

    [Property]
    public bool A_higher_confidence_gives_a_wider_interval(NonNegativeInt successes, PositiveInt failures)
    {
        var n = successes.Get + failures.Get;
        var (narrow, wide) = (Wilson.Of((double)successes.Get / n, n, 0.9), Wilson.Of((double)successes.Get / n, n, 0.99));

        return wide.Low <= narrow.Low && narrow.High <= wide.High && wide.High - wide.Low > narrow.High - narrow.Low;
    }

    [Property]
    public bool Swapping_success_and_failure_mirrors_the_interval(NonNegativeInt successes, PositiveInt failures)
    {
        var n = successes.Get + failures.Get;
        var (one, other) = (Wilson.Of((double)successes.Get / n, n, 0.95), Wilson.Of((double)failures.Get / n, n, 0.95));

        return Math.Abs(one.Low!.Value + other.High!.Value - 1) < 1e-12;
    }
}
