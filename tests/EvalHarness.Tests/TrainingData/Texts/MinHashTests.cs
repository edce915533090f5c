using EvalHarness.Statistics;
using EvalHarness.TrainingData.Texts;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.TrainingData.Texts;

public class MinHashTests
{
    private static readonly MinHash Hash = new();

    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.8)]
    [TestCase(0.95)]
    public void The_share_of_equal_places_estimates_the_similarity(double similarity)
    {
        double[] errors = [.. Enumerable.Range(0, 200).Select(i => Estimate(similarity, i))];

        Assert.That(errors.Average(), Is.EqualTo(0).Within(0.012), "bias");
        Assert.That(Math.Sqrt(errors.Average(e => e * e)), Is.LessThan(0.055), "error");
    }

    [Property]
    public bool Order_does_not_matter(uint[]? set)
    {
        uint[] reversed = [.. (set ?? []).Reverse()];

        return Hash.Sign(set ?? []).SequenceEqual(Hash.Sign(reversed));
    }

    [Test]
    public void The_same_seed_gives_the_same_signature_and_another_another()
    {
        uint[] set = [1, 2, 3];
        var first = new MinHash(7).Sign(set);

        Assert.That(new MinHash(7).Sign(set), Is.EqualTo(first));
        Assert.That(new MinHash(8).Sign(set), Is.Not.EqualTo(first));
    }

    [Test]
    public void The_empty_set_is_like_nothing() => Assert.That(MinHash.Similarity(Hash.Sign([]), Hash.Sign([])), Is.Zero);

    // Two sets of which the given share of all is common.
    private static double Estimate(double similarity, int seed)
    {
        var random = new SeededRandom(seed, "minhash test");
        uint[] all = [.. Enumerable.Range(0, 200).Select(_ => (uint)random.NextBits())];
        var common = (int)Math.Round(similarity * all.Length);
        var middle = (common + all.Length) / 2;
        uint[] first = [.. all[..middle]];
        uint[] second = [.. all[..common], .. all[middle..]];
        return MinHash.Similarity(Hash.Sign(first), Hash.Sign(second)) - ((double)common / all.Length);
    }
}
