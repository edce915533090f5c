namespace EvalHarness.Stub.Counts;

/// <summary>How a request ended.</summary>
/// <param name="Status">The HTTP status; or <c>reset</c>, <c>hang</c>, <c>gone</c>.</param>
/// <param name="Answer">Present when it was answered whole.</param>
public sealed record StubOutcome(string Status, StubReply? Answer = null)
{
    public static StubOutcome Of(int status) => new($"{status}");

    public static StubOutcome Reset { get; } = new("reset");

    public static StubOutcome Hang { get; } = new("hang");

    public static StubOutcome Gone { get; } = new("gone");
}
