namespace EvalHarness.Runs;

/// <summary>How far one pipeline of a run has come.</summary>
/// <param name="Planned">Rows.</param>
/// <param name="Answered">Rows with a trace, failed ones included.</param>
/// <param name="Failed">Rows whose newest attempt failed.</param>
public sealed record PipelineProgress(string Pipeline, int Planned, int Answered, int Failed);
