using System.Globalization;
using System.IO.Compression;
using EvalHarness.Evaluators.Retrieval;

namespace EvalHarness.Tests.Evaluators.Retrieval;

/// <summary>Every measure of every query beside trec_eval's own, to its four decimals; one run is full of ties.</summary>
internal sealed class TrecEvalTests
{
    private static readonly Dictionary<string, Func<JudgedRanking, double>> Measures = new()
    {
        ["map"] = r => r.AveragePrecision(),
        ["map_cut_10"] = r => r.AveragePrecision(10),
        ["Rprec"] = r => r.RPrecision,
        ["bpref"] = r => r.Bpref,
        ["recip_rank"] = r => r.ReciprocalRank,
        ["P_1"] = r => r.Precision(1),
        ["P_3"] = r => r.Precision(3),
        ["P_5"] = r => r.Precision(5),
        ["P_10"] = r => r.Precision(10),
        ["P_20"] = r => r.Precision(20),
        ["recall_1"] = r => r.Recall(1),
        ["recall_3"] = r => r.Recall(3),
        ["recall_5"] = r => r.Recall(5),
        ["recall_10"] = r => r.Recall(10),
        ["recall_20"] = r => r.Recall(20),
        ["recall_100"] = r => r.Recall(100),
        ["ndcg"] = r => r.Ndcg(),
        ["ndcg_cut_1"] = r => r.Ndcg(1),
        ["ndcg_cut_3"] = r => r.Ndcg(3),
        ["ndcg_cut_5"] = r => r.Ndcg(5),
        ["ndcg_cut_10"] = r => r.Ndcg(10),
        ["ndcg_cut_20"] = r => r.Ndcg(20),
        ["ndcg_cut_100"] = r => r.Ndcg(100),
        ["success_1"] = r => r.Hit(1) ? 1 : 0,
        ["success_5"] = r => r.Hit(5) ? 1 : 0,
        ["success_10"] = r => r.Hit(10) ? 1 : 0,
    };

    [TestCase("bm25")]
    [TestCase("bm25_ties")]
    public void Every_query_and_the_mean_equal_trec_eval(string run)
    {
        var judged = Lines("qrels").GroupBy(l => l[0]).ToDictionary(q => q.Key, q => q.ToDictionary(l => l[2], l => Number(l[3])));
        var rankings = Lines($"run_{run}").GroupBy(l => l[0]).ToDictionary(q => q.Key, q => Ranking(q, judged[q.Key]));
        var expected = Lines($"expected_{run}.trec_eval").Where(l => Measures.ContainsKey(l[0])).ToLookup(l => l[1], l => (Measure: l[0], Value: Number(l[2])));

        Assert.That(expected, Has.Count.EqualTo(rankings.Count + 1).And.Count.GreaterThan(200));
        var means = expected["all"].Where(e => Math.Abs(rankings.Values.Average(Measures[e.Measure]) - e.Value) > 5.1e-5);
        Assert.That(means, Is.Empty);
        var different = rankings.SelectMany(r => expected[r.Key].Where(e => Math.Abs(Measures[e.Measure](r.Value) - e.Value) > 5.1e-5).Select(e => $"{r.Key} {e.Measure}: {Measures[e.Measure](r.Value)}, trec_eval {e.Value}"));
        Assert.That(different, Is.Empty);
    }

    // Ties: score descending, then document id descending.
    private static JudgedRanking Ranking(IEnumerable<string[]> lines, Dictionary<string, double> judged)
    {
        var ranked = lines.OrderByDescending(l => Number(l[4])).ThenByDescending(l => l[2], StringComparer.Ordinal);
        return new JudgedRanking([.. ranked.Select(l => judged.TryGetValue(l[2], out var gain) ? gain : (double?)null)], judged.Values);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.File($"retrieval/cranfield/{name}.txt.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
