using EvalHarness.Statistics;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class ClopperPearsonTests
{
    [Test]
    public void Without_a_success_the_upper_end_is_the_rule_of_zero()
    {
        var interval = ClopperPearson.Of(0, 60, 0.9);

        Assert.That(interval.Low, Is.Zero);
        Assert.That(interval.High, Is.EqualTo(1 - Math.Pow(0.05, 1 / 60.0)).Within(1e-12));
    }

    [Test]
    public void Eighty_one_of_263_gives_the_published_interval()
    {
        // Newcombe 1998, table I.
        var interval = ClopperPearson.Of(81, 263, 0.95);

        Assert.That(interval.Low, Is.EqualTo(0.2527).Within(5e-5));
        Assert.That(interval.High, Is.EqualTo(0.3676).Within(5e-5));
    }

    [Property]
    public bool The_exact_interval_holds_the_rate(NonNegativeInt successes, PositiveInt failures) =>
        ClopperPearson.Of(successes.Get, successes.Get + failures.Get, 0.95).Contains((double)successes.Get / (successes.Get + failures.Get));
}
