namespace EvalHarness.Stub;

/// <summary>Who answers.</summary>
public delegate Task<StubReply> StubAnswerer(StubRequest request, CancellationToken cancellationToken);
