namespace EvalHarness.Experiments.Remedies;

/// <summary>A remedy that rows call for and that cannot be tried.</summary>
/// <param name="Faults">Those that rows have.</param>
/// <param name="Rows">Rows that call for it, each once.</param>
/// <param name="Why">What is in the way.</param>
/// <param name="Mend">What to supply.</param>
public sealed record UntriedRemedy(string Pipeline, string Remedy, IReadOnlyList<string> Faults, int Rows, string Why, string Mend);
