namespace EvalHarness.Decisions.Budget;

/// <summary>What owning each arm costs, when an investment pays, and which assumption that turns on.</summary>
/// <param name="Ownership">Empty without a volume, or where a cost per question is unknown.</param>
/// <param name="BreakEvens">Empty where nothing is paid upfront.</param>
/// <param name="Sensitivity">The widest first; empty where nothing is paid upfront, or no volume is given.</param>
public sealed record BudgetStudy(int HorizonDays, IReadOnlyList<OwnershipLine> Ownership, IReadOnlyList<BreakEvenLine> BreakEvens, IReadOnlyList<SensitivityLine> Sensitivity);
