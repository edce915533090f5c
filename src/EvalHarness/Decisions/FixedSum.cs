namespace EvalHarness.Decisions;

/// <summary>What is paid for an arm beside its calls.</summary>
/// <param name="Pipelines">Those that need it.</param>
/// <param name="Usd">Absent when it is unknown: then nothing that rests on it is known either.</param>
/// <param name="PerMonth">Whether it is paid every month; else at every refresh: a training, a new index.</param>
public sealed record FixedSum(IReadOnlyList<string> Pipelines, double? Usd, bool PerMonth);
