using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>What a loop that asks again until the reply is valid would cost one arm.</summary>
/// <param name="Metric">What says whether a reply is valid: <c>format-schema</c>.</param>
/// <param name="Valid">The share of replies that are, at the first try.</param>
/// <param name="Calls">Calls for each valid reply, if one try says nothing of the next: 1 / share. Its high end is absent where the share may be 0; absent itself where no reply was valid: such a loop does not end.</param>
/// <param name="CostUsd">Cost of all calls for each valid reply; absent where costs are unknown.</param>
/// <param name="NeverValid">Of the samples, those that failed in every repeat: there a loop does not end. Absent with one answer per sample.</param>
/// <param name="Repeats">Answers per sample.</param>
/// <param name="Badge">Of the costs.</param>
public sealed record RetryLine(Arm Arm, string Metric, Estimate Valid, Estimate? Calls, Estimate? CostUsd, Estimate? NeverValid, int Repeats, Badge Badge);
