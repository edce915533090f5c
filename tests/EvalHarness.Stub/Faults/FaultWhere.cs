using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Things go wrong with some requests alone.</summary>
public sealed class FaultWhere(Func<StubRequest, bool> chosen, IFaults faults) : IFaults
{
    public Fault? For(StubReceived received, StubRequest request) => chosen(request) ? faults.For(received, request) : null;
}
