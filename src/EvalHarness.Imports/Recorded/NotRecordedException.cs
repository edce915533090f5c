namespace EvalHarness.Imports.Recorded;

/// <summary>The recording has no answer: the row fails with this message.</summary>
public sealed class NotRecordedException(string message) : Exception(message);
