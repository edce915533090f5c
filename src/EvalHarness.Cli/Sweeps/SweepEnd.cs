using EvalHarness.Decisions.Sweeps;

namespace EvalHarness.Cli.Sweeps;

/// <summary>How a sweep ended.</summary>
/// <param name="Result">Absent when a run was stopped before anything could be chosen.</param>
/// <param name="Folder">Of the run that was chosen from.</param>
internal sealed record SweepEnd(int ExitCode, SweepResult? Result, string? Folder);
