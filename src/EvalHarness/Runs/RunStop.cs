namespace EvalHarness.Runs;

/// <summary>Why a replay ended early, as a whole or for one pipeline.</summary>
/// <param name="Pipeline">Absent when the whole run was stopped.</param>
/// <param name="Message">One sentence for a reader.</param>
public sealed record RunStop(StopCause Cause, string? Pipeline, string Message);
