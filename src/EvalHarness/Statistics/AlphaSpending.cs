namespace EvalHarness.Statistics;

/// <summary>How much of α may be used up at a look, so that all looks together keep it. Source: Lan and DeMets 1983, Biometrika 70.</summary>
public static class AlphaSpending
{
    /// <summary>Hardly anything early, nearly all at the end. Source: O'Brien and Fleming 1979.</summary>
    /// <param name="information">The share of all looks or rows used so far, in (0, 1].</param>
    public static double OBrienFleming(double alpha, double information) => Math.Min(alpha, Probability.NormalTwoSided(Probability.NormalReach(1 - alpha) / Math.Sqrt(information)));

    /// <summary>About evenly. Source: Pocock 1977.</summary>
    /// <param name="information">The share of all looks or rows used so far, in (0, 1].</param>
    public static double Pocock(double alpha, double information) => alpha * Math.Log(1 + ((Math.E - 1) * information));
}
