using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Studies;

/// <summary>How far right answers depend on wording alone.</summary>
/// <remarks>
/// Shares of the sum of squares of a two-way layout, sample × wording, one value in each cell: they add up to 1. Source: Montgomery, Design and Analysis of Experiments, ch. 5.
/// </remarks>
/// <param name="Mean">Over every wording.</param>
/// <param name="Worst">Of the samples, those that are right under every wording (from 0.5 on).</param>
/// <param name="Best">Of the samples, those that are right under at least one.</param>
/// <param name="OfSamples">Share of the variance: some questions are harder than others.</param>
/// <param name="OfWording">Some wordings are worse on all samples.</param>
/// <param name="OfBoth">A wording helps here and hurts there: brittleness.</param>
/// <param name="Wordings">How many were tried.</param>
public sealed record WordingSpread(Estimate Mean, Estimate Worst, Estimate Best, double? OfSamples, double? OfWording, double? OfBoth, int Wordings);
