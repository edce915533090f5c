using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>What one arm reaches by one criterion.</summary>
/// <param name="Estimate">Absent when it has no value.</param>
/// <param name="Reaches">In [0, 1]: of the samples asked, those that have a value. An arm that declines much has few.</param>
public sealed record ArmFigure(Arm Arm, string Pipeline, Estimate? Estimate, double Reaches);
