using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>The same script for every call: its first try, its second, and so on; after the last nothing goes wrong.</summary>
public sealed class FaultScript(params Fault?[] tries) : IFaults
{
    public Fault? For(StubReceived received, StubRequest request) => received.Try <= tries.Length ? tries[received.Try - 1] : null;
}
