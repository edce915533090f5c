namespace EvalHarness.Experiments.Remedies;

/// <summary>What one remedy did to the rows with one fault, and to rows that had passed.</summary>
/// <param name="Run">The folder of its run, below the run's own.</param>
/// <param name="Rows">Rows with the fault in the run, tried or not.</param>
/// <param name="Broken">Of the controls: the same for every fault of a remedy.</param>
public sealed record RemedyTried(string Pipeline, string Remedy, string Change, string Fault, int Rows, RemedyRate Repaired, RemedyRate Broken, string Run);
