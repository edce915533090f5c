using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class SeededRandomTests
{
    [Test]
    public void The_same_seed_and_purpose_give_the_same_numbers()
    {
        var first = Draws(7, "bootstrap");

        Assert.That(Draws(7, "bootstrap"), Is.EqualTo(first));
    }

    [TestCase(8, "bootstrap")]
    [TestCase(7, "sign-flip")]
    public void Another_seed_or_purpose_gives_other_numbers(int seed, string purpose)
    {
        Assert.That(Draws(seed, purpose), Is.Not.EqualTo(Draws(7, "bootstrap")));
    }

    [Test]
    public void Every_number_below_the_bound_is_drawn_about_equally_often()
    {
        var random = new SeededRandom(1, "evenness");

        var counts = Enumerable.Range(0, 60_000).Select(_ => random.Next(6)).CountBy(i => i).ToDictionary();

        Assert.That(counts.Keys, Is.EquivalentTo(Enumerable.Range(0, 6)));
        Assert.That(counts.Values, Has.All.InRange(9_600, 10_400));
    }

    [Test]
    public void Fractions_lie_in_the_unit_interval_and_around_its_middle()
    {
        var random = new SeededRandom(1, "fractions");

        double[] fractions = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())];

        Assert.That(fractions, Has.All.InRange(0, 1).And.All.LessThan(1));
        Assert.That(fractions.Average(), Is.EqualTo(0.5).Within(0.01));
    }

    private static ulong[] Draws(int seed, string purpose)
    {
        var random = new SeededRandom(seed, purpose);
        return [.. Enumerable.Range(0, 8).Select(_ => random.NextBits())];
    }
}
