namespace EvalHarness.Pipelines.Processes;

/// <summary>A program ended while a question was with it: the question is asked once more, of a fresh one.</summary>
public sealed class ProcessEndedException(string message) : ProcessFailedException(message);
