namespace EvalHarness.Evaluators.Retrieval;

/// <summary>Normalised discounted cumulative gain with linear gain and a discount of log2(rank + 1), as trec_eval counts it.</summary>
internal static class Ndcg
{
    /// <param name="gains">By rank, best place first.</param>
    /// <param name="all">The gain of everything relevant, in any order; at least one is above 0.</param>
    /// <returns>In [0, 1].</returns>
    public static double At(int k, IEnumerable<double> gains, IEnumerable<double> all) => Dcg(k, gains) / Dcg(k, all.OrderDescending());

    private static double Dcg(int k, IEnumerable<double> gains) => gains.Take(k).Select((gain, i) => gain / Math.Log2(i + 2)).Sum();
}
