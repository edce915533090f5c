namespace EvalHarness.Statistics;

/// <summary>P values adjusted so that the share of false findings stays below α: for exploration. Source: Benjamini and Hochberg 1995.</summary>
public static class BenjaminiHochberg
{
    /// <returns>In the order given.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var running = 1.0;
        var rank = p.Count;
        foreach (var i in Enumerable.Range(0, p.Count).OrderByDescending(i => p[i]))
            adjusted[i] = running = Math.Min(running, p.Count * p[i] / rank--);
        return adjusted;
    }
}
