using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>The alarm of a guardrail without a champion: bets that a night's figure is unusually low among all nights so far.</summary>
/// <param name="Margin">In the figure's unit: a fall within it is no alarm, however sure.</param>
/// <remarks>
/// Ranks cannot test a margin: once they show that something changed, the nights since the onset must also lie below those before by more than the margin, at one-sided 95 %.
/// The promise holds while nights are exchangeable: drift in the environment is an alarm too, which a champion would have cancelled.
/// Source: conformal test martingales, Vovk 2021; e-detectors, Shin, Ramdas and Rinaldo 2023, arXiv:2203.03532.
/// </remarks>
public sealed record ConformalWatch(double Margin, AlarmBudget Budget)
{
    private const double Epsilon = 0.5;
    private const double Reach = 1.645;

    /// <param name="values">Night by night; higher is better.</param>
    /// <param name="tieBreaks">A draw in (0, 1] for each night, from a recorded seed.</param>
    public ConformalReading Read(IReadOnlyList<double> values, IReadOnlyList<double> tieBreaks)
    {
        ConformalMartingale martingale = new(Epsilon);
        ShiryaevRoberts detector = new();
        for (var night = 0; night < values.Count; night++)
        {
            var stake = martingale.LogValue;
            martingale.Observe(values[night], tieBreaks[night]);
            detector = detector.After(Math.Exp(martingale.LogValue - stake));
            if (detector.Statistic >= Budget.Threshold && IsBeyondMargin(values, detector.OnsetNight - 1, night))
                return new(detector.Statistic, night, detector.OnsetNight - 1);
        }

        return new(detector.Statistic, null, null);
    }

    private bool IsBeyondMargin(IReadOnlyList<double> values, int onset, int night)
    {
        double[] before = [.. values.Take(onset)];
        double[] since = [.. values.Skip(onset).Take(night - onset + 1)];
        if (before.Length < 2)
            return false;
        var mean = before.Average();
        var sigma = Math.Sqrt(before.Sum(v => (v - mean) * (v - mean)) / (before.Length - 1));
        return mean - since.Average() - Margin > Reach * sigma * Math.Sqrt((1.0 / before.Length) + (1.0 / since.Length));
    }
}
