using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>How the chance of a false alarm is shared: evenly over guardrails; of each share four fifths watch the nights, one fifth is spent on changes that are judged once.</summary>
/// <param name="Guardrails">At least 1.</param>
/// <param name="Nights">Within which the chance holds.</param>
/// <param name="Chance">That any guardrail raises an alarm although nothing is worse than its margin.</param>
public sealed record AlarmBudget(int Guardrails, int Nights = 90, double Chance = 0.05)
{
    private const double OfChanges = 0.2;

    /// <summary>A of the e-detector: nights / its chance. With all of 5 % in 90 nights it would be 1,800; with four fifths it is 2,250.</summary>
    public double Threshold => ShiryaevRoberts.Threshold(Nights, OfOne(1 - OfChanges));

    /// <summary>What a detector with a calibrated threshold may use up: the whole share of its guardrail.</summary>
    public double OfSeries => OfOne(1);

    /// <summary>What the <paramref name="number"/>-th judged change may use up, from 1: 1/2, 1/6, 1/12 … of all, which sums to all.</summary>
    public double AlphaOf(int number) => OfOne(OfChanges) / (number * (number + 1.0));

    private double OfOne(double part) => part * Chance / Guardrails;
}
