namespace EvalHarness.Statistics;

/// <summary>The exponentially weighted mean of a series, with the limits it keeps while nothing is wrong.</summary>
/// <param name="Target">The mean while nothing is wrong.</param>
/// <param name="Sigma">The standard deviation of one value while nothing is wrong.</param>
/// <param name="Weight">Of the newest value, in (0, 1].</param>
/// <remarks>Source: Roberts 1959, Technometrics 1; the limits are those of the first values, not of the long run.</remarks>
public sealed record Ewma(double Target, double Sigma, double Weight = 0.2)
{
    public double Value { get; private init; } = Target;

    public int N { get; private init; }

    public Ewma After(double value) => this with { Value = (Weight * value) + ((1 - Weight) * Value), N = N + 1 };

    /// <param name="reach">In standard deviations of the weighted mean.</param>
    public Interval Limits(double reach)
    {
        var spread = reach * Sigma * Math.Sqrt(Weight / (2 - Weight) * (1 - Math.Pow(1 - Weight, 2 * N)));
        return new(Target - spread, Target + spread);
    }
}
