namespace EvalHarness.Evaluators.Retrieval;

/// <summary>The measures of a ranking whose places were judged, each as trec_eval counts it.</summary>
/// <remarks>All are in [0, 1]; higher is better. Precision divides by k, however few were retrieved. Source: trec_eval 9; bpref, Buckley and Voorhees 2004, doi:10.1145/1008992.1009000.</remarks>
internal sealed class JudgedRanking
{
    private readonly IReadOnlyList<double?> gains;
    private readonly double[] ideal;
    private readonly int notRelevant;

    /// <param name="gains">By rank, best place first: above 0 is relevant, 0 is not, nothing was not judged.</param>
    /// <param name="judged">The gains of all that was judged, retrieved or not, in any order; at least one is above 0.</param>
    public JudgedRanking(IReadOnlyList<double?> gains, IEnumerable<double> judged)
    {
        this.gains = gains;
        var all = judged.ToLookup(g => g > 0);
        (ideal, notRelevant) = ([.. all[true].OrderDescending()], all[false].Count());
    }

    /// <summary>Places from 1.</summary>
    private IEnumerable<int> RelevantRanks => Enumerable.Range(1, gains.Count).Where(IsRelevant);

    public bool Hit(int k) => Found(k) > 0;

    public int Found(int k) => gains.Take(k).Count(g => g > 0);

    public double Precision(int k) => (double)Found(k) / k;

    public double Recall(int k) => (double)Found(k) / ideal.Length;

    /// <summary>The first relevant place; nothing when there is none.</summary>
    public int? FirstRank => RelevantRanks.Select(r => (int?)r).FirstOrDefault();

    public double ReciprocalRank => 1.0 / FirstRank ?? 0;

    /// <summary>The mean over everything relevant of the precision at its place; 0 for what was not retrieved.</summary>
    public double AveragePrecision(int k = int.MaxValue) => RelevantRanks.TakeWhile(r => r <= k).Select(Precision).Sum() / ideal.Length;

    /// <summary>The precision at as many places as there are relevant things.</summary>
    public double RPrecision => Precision(ideal.Length);

    /// <summary>How seldom what was judged irrelevant stands above what is relevant; what was not judged does not count.</summary>
    public double Bpref
    {
        get
        {
            var bound = Math.Min(ideal.Length, notRelevant);
            return RelevantRanks.Sum(r => bound == 0 ? 1 : 1 - ((double)Math.Min(bound, gains.Take(r).Count(g => g == 0)) / bound)) / ideal.Length;
        }
    }

    /// <summary>Normalised discounted cumulative gain with linear gain and a discount of log2(rank + 1).</summary>
    public double Ndcg(int k = int.MaxValue) => Dcg(gains.Take(k).Select(g => g ?? 0)) / Dcg(ideal.Take(k));

    private static double Dcg(IEnumerable<double> gains) => gains.Select((gain, i) => gain / Math.Log2(i + 2)).Sum();

    private bool IsRelevant(int rank) => gains[rank - 1] > 0;
}
