namespace EvalHarness.Stub.Counts;

/// <summary>A request as it came.</summary>
/// <param name="Call">The hash of the body: tries of one call share it.</param>
/// <param name="Try">Which try of the call, from 1.</param>
public sealed record StubReceived(string Call, int Try, string Method, string Path, string Query, string Protocol, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At);
