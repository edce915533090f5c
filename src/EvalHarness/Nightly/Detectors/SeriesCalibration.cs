using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>Finds the threshold of a figure's CUSUM: histories drawn from its own burn-in, each with a burn-in of its own to learn from.</summary>
/// <remarks>Draws are smoothed (a normal kernel of Silverman's width, rescaled to the burn-in's spread), because fourteen nights do not hold every value there can be. Source: smoothed bootstrap, Silverman and Young 1987, Biometrika 74.</remarks>
internal sealed class SeriesCalibration(SeriesWatch watch, double[] burnIn)
{
    // A burn-in of fourteen shows neither tails nor skewness well: half of the chance is kept back for them.
    private const double KeptBack = 0.5;

    public double Threshold(SeededRandom random)
    {
        var chart = watch.Started(burnIn);
        var mean = burnIn.Average();
        double[] residuals = [.. burnIn.Select(v => (v - mean) / chart.Sigma)];
        var width = 1.06 * Math.Pow(burnIn.Length, -0.2);
        var spread = residuals.Sum(r => r * r) / (residuals.Length - 1);
        var shrink = 1 / Math.Sqrt(spread + (width * width));

        var highest = new double[watch.Histories];
        var learned = new double[watch.BurnIn];
        for (var history = 0; history < highest.Length; history++)
            highest[history] = Highest(learned, () => (residuals[random.Next(residuals.Length)] + (width * Normal(random))) * shrink);
        Array.Sort(highest);
        return Quantile.Of(highest, 1 - (KeptBack * watch.Chance));
    }

    // In units of the burn-in's spread, about what is permitted.
    private double Highest(double[] learned, Func<double> draw)
    {
        for (var night = 0; night < learned.Length; night++)
            learned[night] = draw();
        var chart = (watch with { Floor = 0, Permitted = watch.Permitted is null ? null : 0 }).Started(learned);
        var highest = 0.0;
        for (var night = 0; night < watch.Nights; night++)
        {
            chart = chart.After(draw());
            highest = Math.Max(highest, chart.Upper);
        }

        return highest;
    }

    // Source: Box and Muller 1958.
    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
