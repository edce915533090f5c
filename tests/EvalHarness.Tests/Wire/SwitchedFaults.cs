using EvalHarness.Stub;
using EvalHarness.Stub.Counts;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>Things go wrong with some requests until they are mended.</summary>
internal sealed class SwitchedFaults(Func<StubRequest, bool> chosen, Fault fault) : IFaults
{
    public bool AreMended { get; set; }

    public Fault? For(StubReceived received, StubRequest request) => !AreMended && chosen(request) ? fault : null;
}
