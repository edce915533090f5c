using EvalHarness.Diagnosis;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>What a pipeline made of one field of its structured answers, over all rows that expect it.</summary>
/// <param name="IsEnum">Whether the answer schema lists its values: only then are they classes.</param>
/// <param name="Counts">Of rows; a row without a reply is failed, and counts as giving nothing.</param>
/// <param name="MacroF1">Of an enum field; absent for others.</param>
public sealed record FieldResult(string Pipeline, string Field, bool IsEnum, FieldConfusion Confusion, OutcomeCounts Counts, Estimate? MacroF1);
