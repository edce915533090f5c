namespace EvalHarness.Statistics;

/// <summary>Watches a series for unusually low values without anything to compare it with: bets on small conformal p values.</summary>
/// <param name="epsilon">In (0, 1): the smaller, the more is bet on very small p.</param>
/// <remarks>P(it ever exceeds A) ≤ 1/A while the values are exchangeable. Source: power martingale, Vovk, Nouretdinov and Gammerman 2003; Vovk 2021.</remarks>
public sealed class ConformalMartingale(double epsilon)
{
    private readonly List<double> seen = [];

    /// <summary>Natural logarithm of what a stake of 1 has become.</summary>
    public double LogValue { get; private set; }

    /// <param name="tieBreak">A draw in (0, 1] from a recorded stream: equal values share their ranks by chance.</param>
    /// <returns>The value's p among all so far, itself included.</returns>
    public double Observe(double value, double tieBreak)
    {
        seen.Add(value);
        var p = (seen.Count(s => s < value) + (tieBreak * seen.Count(s => s == value))) / seen.Count;
        LogValue += Math.Log(epsilon) + ((epsilon - 1) * Math.Log(p));
        return p;
    }
}
