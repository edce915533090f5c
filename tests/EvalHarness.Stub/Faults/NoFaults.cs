using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Nothing goes wrong.</summary>
public sealed class NoFaults : IFaults
{
    public static NoFaults Instance { get; } = new();

    public Fault? For(StubReceived received, StubRequest request) => null;
}
