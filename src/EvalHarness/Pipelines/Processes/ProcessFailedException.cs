namespace EvalHarness.Pipelines.Processes;

/// <summary>A program gave no answer: it did not start, broke the protocol, or says itself that it failed.</summary>
public class ProcessFailedException(string message) : Exception(message);
