namespace EvalHarness.TrainingData;

/// <summary>What one arm of an experiment was given before it was measured: tuning budgets differ, and a comparison is read with them.</summary>
/// <param name="Checkpoint">Name and version; absent for an arm that was not trained.</param>
/// <param name="Labels">Labelled examples that it learned from; absent when nobody says.</param>
/// <param name="LabelsFrom">Who says so: <c>checkpoint</c>, <c>declared</c>, <c>fixed_costs</c>.</param>
/// <param name="DevLooks">Settings that were tried on a split for tuning; absent when nobody says.</param>
/// <param name="Hours">Working hours of people; absent when nobody says.</param>
/// <param name="TrainingSeconds">Wall-clock time of the training; absent when it is not on record.</param>
/// <param name="Usd">Paid once for preparing it; absent when it is unknown.</param>
public sealed record ArmGiven(
    string Pipeline,
    string? Checkpoint,
    int? Labels,
    string? LabelsFrom,
    int? DevLooks,
    double? Hours,
    double? TrainingSeconds,
    decimal? Usd,
    string? Note);
