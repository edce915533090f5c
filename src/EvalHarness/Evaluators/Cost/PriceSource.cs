namespace EvalHarness.Evaluators.Cost;

/// <summary>Where prices are from: what a reader needs to know how old they are.</summary>
/// <param name="File">The price file's name, without its folder.</param>
/// <param name="Date">The day on which the prices were read: 2026-11-23.</param>
/// <param name="Source">Where they were read.</param>
/// <param name="Hash">SHA-256 of the price file.</param>
public sealed record PriceSource(string File, string Date, string Source, string Hash);
