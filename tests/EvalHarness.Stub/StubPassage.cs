namespace EvalHarness.Stub;

/// <summary>A passage that a service gives with its answer.</summary>
public sealed record StubPassage(string Id, string Text, double Score, string Document);
