namespace EvalHarness.Pipelines.Processes;

/// <summary>A program did not say in time that it is ready.</summary>
public sealed class ProcessSilentException(string message) : ProcessFailedException(message);
