using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>The alarm of a guardrail without a champion: bets that a night's figure is unusually low among all nights so far, even with the margin granted.</summary>
/// <param name="Margin">Granted to each night before it is ranked, in the figure's unit.</param>
/// <remarks>Its promise holds while nights are exchangeable: drift in the environment is an alarm too, which a champion would have cancelled. Source: conformal test martingales, Vovk 2021; e-detectors, Shin, Ramdas and Rinaldo 2023.</remarks>
public sealed record ConformalWatch(double Margin, AlarmBudget Budget)
{
    private const double Epsilon = 0.5;

    /// <param name="values">Night by night; higher is better.</param>
    /// <param name="tieBreaks">A draw in (0, 1] for each night, from a recorded seed.</param>
    /// <returns>The watch after all of them; its nights are counted as in <see cref="GuardrailWatch"/>.</returns>
    public GuardrailWatch Read(IReadOnlyList<double> values, IReadOnlyList<double> tieBreaks)
    {
        GuardrailWatch watch = new(Budget);
        for (var night = 0; night < values.Count; night++)
            watch = watch.After(new NightEvidence(Evidence([.. values.Take(night)], values[night], tieBreaks[night]), null));
        return watch;
    }

    /// <summary>One night's e-value against the nights before it.</summary>
    public double Evidence(IReadOnlyList<double> before, double value, double tieBreak)
    {
        ConformalMartingale martingale = new(Epsilon);
        foreach (var seen in before)
            martingale.Observe(seen, 1);
        var stake = martingale.LogValue;
        martingale.Observe(value + Margin, tieBreak);
        return Math.Exp(martingale.LogValue - stake);
    }
}
