namespace EvalHarness.Statistics;

/// <summary>Sums what a series strays from its target, beyond an allowance, to either side; a warning is a sum above a calibrated threshold.</summary>
/// <param name="Target">The mean while nothing is wrong.</param>
/// <param name="Sigma">The standard deviation of one value while nothing is wrong.</param>
/// <param name="Allowance">In standard deviations: half of the shift that is to be found.</param>
/// <remarks>Source: Page 1954, Biometrika 41; tabular form, Montgomery, Statistical Quality Control.</remarks>
public sealed record Cusum(double Target, double Sigma, double Allowance = 0.5)
{
    /// <summary>In standard deviations, from 0.</summary>
    public double Upper { get; private init; }

    /// <summary>In standard deviations, from 0.</summary>
    public double Lower { get; private init; }

    public Cusum After(double value)
    {
        var strayed = (value - Target) / Sigma;
        return this with { Upper = Math.Max(0, Upper + strayed - Allowance), Lower = Math.Max(0, Lower - strayed - Allowance) };
    }
}
