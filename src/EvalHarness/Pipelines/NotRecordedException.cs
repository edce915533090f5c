namespace EvalHarness.Pipelines;

/// <summary>A recording has no answer, or one that had failed: the row fails with this message, and has no latency.</summary>
public sealed class NotRecordedException(string message) : Exception(message);
