using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Stops all calls of an endpoint once it has failed too often in a row in a way that trying again cannot mend.</summary>
internal sealed class Breaker(NamedEndpoint endpoint)
{
    private readonly Lock gate = new();
    private int inARow;
    private string? stoppedBy;

    /// <exception cref="EndpointStoppedException">It has stopped.</exception>
    public void Check()
    {
        lock (gate)
            if (stoppedBy is not null)
                throw new EndpointStoppedException(endpoint.Name, stoppedBy);
    }

    public void Succeeded()
    {
        lock (gate)
            inARow = 0;
    }

    /// <summary>A call failed for good; other than hard failures neither count nor mend the count.</summary>
    public void Failed(Failure failure, string? model)
    {
        if (failure.Hard is not { } fault)
            return;
        lock (gate)
            if (++inARow >= endpoint.Options.Tries.HardFailures)
                stoppedBy ??= StopReason.For(endpoint.Options, fault, failure, model, inARow);
    }
}
