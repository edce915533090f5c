namespace EvalHarness.Statistics;

/// <summary>The sample quantile that most tools print: type 7, linear between the order statistics around (n − 1)p. Source: Hyndman and Fan 1996.</summary>
public static class Quantile
{
    /// <param name="ascending">At least one value; infinite ones are allowed.</param>
    public static double Of(IReadOnlyList<double> ascending, double p)
    {
        var position = (ascending.Count - 1) * p;
        var below = (int)Math.Floor(position + 1e-9);
        var share = position - below;
        return share < 1e-9 ? ascending[below] : ascending[below] + (share * (ascending[below + 1] - ascending[below]));
    }
}
