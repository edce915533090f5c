namespace EvalHarness.Tests.Story;

/// <summary>How a command ended, and the sentence in which it says why.</summary>
internal sealed record Finding(int ExitCode, string Says);
