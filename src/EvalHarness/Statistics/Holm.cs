namespace EvalHarness.Statistics;

/// <summary>P values adjusted so that the chance of any false finding stays below α: for decisions. Source: Holm 1979.</summary>
public static class Holm
{
    /// <returns>In the order given.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var running = 0.0;
        var left = p.Count;
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
            adjusted[i] = running = Math.Max(running, Math.Min(1, left-- * p[i]));
        return adjusted;
    }
}
