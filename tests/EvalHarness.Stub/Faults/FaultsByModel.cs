using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>What goes wrong depends on the model; with a model that is not named nothing does.</summary>
public sealed class FaultsByModel(IReadOnlyDictionary<string, IFaults> models) : IFaults
{
    public Fault? For(StubReceived received, StubRequest request) => models.GetValueOrDefault(request.Model)?.For(received, request);
}
