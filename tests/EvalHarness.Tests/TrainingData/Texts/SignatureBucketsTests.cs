using EvalHarness.TrainingData.Texts;

namespace EvalHarness.Tests.TrainingData.Texts;

public class SignatureBucketsTests
{
    [Test]
    public void What_shares_a_band_is_a_candidate_once_and_what_shares_none_is_not()
    {
        var buckets = new SignatureBuckets(rows: 4);
        buckets.Add(Signature(i => (uint)i), 0);
        buckets.Add(Signature(i => (uint)i + 1000), 1);
        buckets.Add(Signature(i => i < 8 ? (uint)i : (uint)i + 2000), 2);

        Assert.That(buckets.Candidates(Signature(i => (uint)i)), Is.EqualTo(new[] { 0, 2 }));
        Assert.That(buckets.Candidates(Signature(i => (uint)i + 5000)), Is.Empty);
    }

    [Test]
    public void Boilerplate_that_everybody_shares_does_not_make_everybody_a_candidate()
    {
        var buckets = new SignatureBuckets(rows: 4);
        for (var item = 0; item < 1000; item++)
            buckets.Add(Signature(i => (uint)i), item);

        Assert.That(buckets.Candidates(Signature(i => (uint)i)).Count(), Is.EqualTo(256));
    }

    [Test]
    public void The_empty_text_has_no_candidates()
    {
        var buckets = new SignatureBuckets(rows: 8);
        buckets.Add([], 0);

        Assert.That(buckets.Candidates([]), Is.Empty);
    }

    private static uint[] Signature(Func<int, uint> place) => [.. Enumerable.Range(0, MinHash.Size).Select(place)];
}
