using EvalHarness.Statistics;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class NonInferiorityTests
{
    // By hand: differences 0.1, 0.2, 0.3 have mean 0.2 and standard error 0.1/√3; with margin 0.1, t = 5.196 at 2 degrees of freedom.
    [Test]
    public void A_mean_is_tested_at_the_margin()
    {
        var p = NonInferiority.P(ClusteredValues.Independent([0.1, 0.2, 0.3]), 0.1)!.Value;

        Assert.That(p, Is.EqualTo(0.5 * (1 - (5.196152422706632 / Math.Sqrt(29)))).Within(1e-12));
    }

    [Test]
    public void Nothing_that_varies_is_nothing_to_test()
    {
        Assert.That(NonInferiority.P(ClusteredValues.Independent([0.1, 0.1]), 0.1), Is.Null);
        Assert.That(Equivalence.Of(ClusteredValues.Independent([0.1, 0.1]), 0.1), Is.Null);
    }

    [Property]
    public Property The_test_is_the_inverse_of_the_interval() => Prop.ForAll(Counts(), counts =>
    {
        var (wins, losses, n, margin) = counts;
        var low = Tango.Of(wins, losses, n, 0.9).Low!.Value;

        return Math.Abs(low + margin) < 1e-9 || NonInferiority.P(wins, losses, n, margin) <= 0.05 == low > -margin;
    });

    [Property]
    public Property A_row_that_turns_right_never_hurts() => Prop.ForAll(Counts(), counts =>
    {
        var (wins, losses, n, margin) = counts;
        var p = NonInferiority.P(wins, losses, n, margin);

        return losses == 0 || NonInferiority.P(wins, losses - 1, n, margin) <= p + 1e-9;
    });

    [Test]
    public void Equivalence_needs_both_sides()
    {
        var equivalence = Equivalence.Of(ClusteredValues.Independent([-0.01, 0.02, 0.0, 0.01, -0.02, 0.03]), 0.05)!;

        Assert.That(equivalence.P, Is.EqualTo(Math.Max(equivalence.Lower, equivalence.Upper)).And.LessThan(0.01));
    }

    private static Arbitrary<(int Wins, int Losses, int N, double Margin)> Counts() => (
        from wins in Gen.Choose(0, 40)
        from losses in Gen.Choose(0, 40)
        from rest in Gen.Choose(1, 200)
        from margin in Gen.Choose(1, 15)
        select (wins, losses, wins + losses + rest, margin / 100.0)).ToArbitrary();
}
