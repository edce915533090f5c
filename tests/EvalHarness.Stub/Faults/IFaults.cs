using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Says what goes wrong with a request.</summary>
public interface IFaults
{
    /// <summary>Absent when nothing does.</summary>
    Fault? For(StubReceived received, StubRequest request);
}
