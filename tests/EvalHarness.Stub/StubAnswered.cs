namespace EvalHarness.Stub;

/// <summary>An answer and the response that carries it.</summary>
public sealed record StubAnswered(StubReply Reply, StubResponse Response);
