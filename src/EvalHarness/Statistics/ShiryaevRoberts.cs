namespace EvalHarness.Statistics;

/// <summary>Watches a stream of e-values for a change at an unknown night: each night may be the first bad one.</summary>
/// <param name="Statistic">The sum over possible first nights of the evidence since then.</param>
/// <param name="OnsetNight">The first night, from 1, of which the evidence since then is greatest; 0 before any night.</param>
/// <param name="Nights">Seen so far.</param>
/// <remarks>The chance of a false alarm within T nights is at most T / threshold. Source: e-detectors, Shin, Ramdas and Rinaldo 2023, arXiv:2203.03532.</remarks>
public sealed record ShiryaevRoberts(double Statistic = 0, int OnsetNight = 0, int Nights = 0)
{
    private double SinceOnset { get; init; } = 1;

    /// <param name="e">The night's evidence, from 0; 1 says nothing.</param>
    public ShiryaevRoberts After(double e)
    {
        // Evidence that has not gained anything is better started anew: that is where the likeliest onset moves.
        var restarts = OnsetNight == 0 || SinceOnset <= 1;
        return new((Statistic + 1) * e, restarts ? Nights + 1 : OnsetNight, Nights + 1) { SinceOnset = restarts ? e : SinceOnset * e };
    }

    /// <summary>The threshold that holds false alarms within <paramref name="nights"/> to <paramref name="chance"/>: 1,800 for 5 % in 90.</summary>
    public static double Threshold(int nights, double chance) => nights / chance;
}
