using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Budget;

/// <summary>After how many questions what an arm costs upfront is paid back by cheaper calls.</summary>
/// <param name="Investing">The arm that costs more upfront.</param>
/// <param name="DailyVolume">Questions a day that pay it back before the next refresh; absent without a value or a change rate.</param>
public sealed record BreakEvenLine(Arm Investing, Arm Against, decimal UpfrontUsd, BreakEven BreakEven, double? DailyVolume, Badge Badge);
