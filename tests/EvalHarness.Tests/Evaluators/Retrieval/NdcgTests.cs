using System.Globalization;
using EvalHarness.Evaluators.Retrieval;

namespace EvalHarness.Tests.Evaluators.Retrieval;

public sealed class NdcgTests
{
    [Test]
    public void The_best_order_is_one() => Assert.That(Ndcg.At(5, [2, 1, 0], [1, 2]), Is.EqualTo(1));

    [Test]
    public void The_gain_is_linear_and_the_discount_logarithmic() => Assert.That(Ndcg.At(5, [0, 1], [1]), Is.EqualTo(1 / Math.Log2(3)).Within(1e-12));

    [Test]
    public void What_stands_below_the_cut_does_not_count() => Assert.That(Ndcg.At(1, [0, 1], [1]), Is.Zero);

    [TestCase("bm25")]
    [TestCase("bm25_ties")]
    public void Every_query_equals_trec_eval(string run)
    {
        var expected = Lines($"retrieval/cranfield/expected_{run}.trec_eval.txt.gz").Where(l => l[0] == "ndcg_cut_10" && l[1] != "all").ToDictionary(l => l[1], l => double.Parse(l[2], CultureInfo.InvariantCulture));
        var relevant = Lines("retrieval/cranfield/qrels.txt.gz").GroupBy(l => l[0]).ToDictionary(q => q.Key, q => q.ToDictionary(l => l[2], l => Math.Max(0, double.Parse(l[3], CultureInfo.InvariantCulture))));
        var ranked = Lines($"retrieval/cranfield/run_{run}.txt.gz").GroupBy(l => l[0]).ToDictionary(q => q.Key, q => q.OrderByDescending(l => double.Parse(l[4], CultureInfo.InvariantCulture)).ThenByDescending(l => l[2], StringComparer.Ordinal).Select(l => l[2]).ToList());

        Assert.That(expected, Has.Count.GreaterThan(100));
        foreach (var (query, value) in expected.Where(q => relevant[q.Key].Values.Any(gain => gain > 0)))
            Assert.That(Ndcg.At(10, ranked[query].Select(document => relevant[query].GetValueOrDefault(document)), relevant[query].Values), Is.EqualTo(value).Within(5.1e-5), query);
    }

    private static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(SharedData.File(name)), System.IO.Compression.CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
