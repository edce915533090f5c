namespace EvalHarness.Stub;

/// <summary>A turn of a conversation as the stub received it.</summary>
public sealed record StubMessage(string Role, string Content);
