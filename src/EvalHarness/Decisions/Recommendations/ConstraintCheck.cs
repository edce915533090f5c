using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Recommendations;

/// <summary>One constraint of the decision file, held against one arm.</summary>
/// <param name="Constraint">As the file calls it: <c>must_cite</c>.</param>
/// <param name="Bound">In the figure's unit; a floor where higher is better, else a ceiling.</param>
public sealed record ConstraintCheck(string Constraint, Arm Arm, Estimate? Figure, Unit Unit, double Bound, ConstraintOutcome Outcome, Badge Badge);
