using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Every try goes wrong.</summary>
public sealed class FaultAlways(Fault fault) : IFaults
{
    public Fault? For(StubReceived received, StubRequest request) => fault;
}
