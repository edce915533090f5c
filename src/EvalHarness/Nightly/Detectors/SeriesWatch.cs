using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>A CUSUM over one figure a night. The first nights are its burn-in: they give the target, the spread, and by simulation the threshold.</summary>
/// <param name="Chance">Of a warning within <see cref="Nights"/> while nothing changes.</param>
/// <param name="Floor">The least standard deviation that is believed, in the figure's unit: fourteen equal nights do not mean that a figure never moves.</param>
public sealed record SeriesWatch(double Chance, double Floor)
{
    /// <summary>Nights from which the rest is learned.</summary>
    public int BurnIn { get; init; } = 14;

    public int Nights { get; init; } = 90;

    /// <summary>The value that is just permitted; absent: what the burn-in has on average.</summary>
    public double? Permitted { get; init; }

    /// <summary>Histories that the threshold is calibrated on.</summary>
    public int Histories { get; init; } = 4_000;

    /// <param name="values">Night by night; higher is worse.</param>
    /// <param name="random">A stream of this figure's own.</param>
    public SeriesReading Read(IReadOnlyList<double> values, SeededRandom random)
    {
        if (values.Count <= BurnIn)
            return new(0, null, values.Count, null);
        double[] burnIn = [.. values.Take(BurnIn)];
        var threshold = new SeriesCalibration(this, burnIn).Threshold(random);
        return Read(Started(burnIn), values.Skip(BurnIn), threshold);
    }

    /// <summary>The chart as a burn-in leaves it.</summary>
    internal Cusum Started(ReadOnlySpan<double> burnIn)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in burnIn)
            sum += value;
        var mean = sum / burnIn.Length;
        foreach (var value in burnIn)
            squares += (value - mean) * (value - mean);
        return new(Permitted ?? mean, Math.Max(Floor, Math.Sqrt(squares / (burnIn.Length - 1))));
    }

    private SeriesReading Read(Cusum chart, IEnumerable<double> values, double threshold)
    {
        var (place, began, onset) = (BurnIn, BurnIn, (int?)null);
        foreach (var value in values)
        {
            chart = chart.After(value);
            if (chart.Upper == 0)
                began = place + 1;
            if (chart.Upper > threshold)
                onset ??= began;
            place++;
        }

        return new(chart.Upper, threshold, BurnIn, onset);
    }
}
