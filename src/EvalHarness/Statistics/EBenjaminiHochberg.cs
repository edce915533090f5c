namespace EvalHarness.Statistics;

/// <summary>Which of several e-values are findings, so that the share of false ones stays below α however they depend on one another.</summary>
/// <remarks>Source: e-BH, Wang and Ramdas 2022, JRSS B 84.</remarks>
public static class EBenjaminiHochberg
{
    /// <returns>For each e-value, in the order given, whether it is a finding.</returns>
    public static IReadOnlyList<bool> Findings(IReadOnlyList<double> e, double alpha)
    {
        double[] descending = [.. e.OrderDescending()];
        var kept = Enumerable.Range(1, e.Count).LastOrDefault(k => k * descending[k - 1] / e.Count >= 1 / alpha);
        return [.. e.Select(value => kept > 0 && value >= descending[kept - 1])];
    }
}
