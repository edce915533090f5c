using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Budget;

/// <summary>What one arm costs over the horizon: calls at the user's volume, and what is paid beside them.</summary>
/// <param name="LowUsd">With the lower end of the interval of the cost per question.</param>
/// <param name="UpfrontUsd">Paid at every refresh.</param>
/// <param name="Payments">Refreshes within the horizon, the first included.</param>
public sealed record OwnershipLine(Arm Arm, decimal Usd, decimal? LowUsd, decimal? HighUsd, decimal UpfrontUsd, int Payments, Badge Badge);
