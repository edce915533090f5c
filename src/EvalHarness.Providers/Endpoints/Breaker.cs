using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Stops calls once they have failed too often in a row in a way that trying again cannot mend.</summary>
/// <remarks>What is wrong with a key, a path or a model stops the calls that ask for the same; what is wrong with the host or the account stops all calls of the endpoint.</remarks>
internal sealed class Breaker(NamedEndpoint endpoint)
{
    private const string All = "";

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> inARow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stoppedBy = new(StringComparer.Ordinal);

    /// <exception cref="EndpointStoppedException">Such calls have stopped.</exception>
    public void Check(CallIntent intent)
    {
        lock (gate)
            if ((stoppedBy.GetValueOrDefault(All) ?? stoppedBy.GetValueOrDefault(Same(intent))) is { } reason)
                throw new EndpointStoppedException(endpoint.Name, reason);
    }

    public void Succeeded(CallIntent intent)
    {
        lock (gate)
        {
            inARow.Remove(All);
            inARow.Remove(Same(intent));
        }
    }

    /// <summary>A call failed for good; other than hard failures neither count nor mend the count.</summary>
    public void Failed(Failure failure, CallIntent intent)
    {
        if (failure.Hard is not { } fault)
            return;
        // A key may do for one model and not for another: a call that succeeds elsewhere proves nothing.
        var calls = fault is HardFault.Key or HardFault.Place ? Same(intent) : All;
        lock (gate)
        {
            var failures = inARow[calls] = inARow.GetValueOrDefault(calls) + 1;
            if (failures >= endpoint.Options.Tries.HardFailures)
                stoppedBy.TryAdd(calls, StopReason.For(endpoint.Options, fault, failure, intent.ShownModel, failures));
        }
    }

    private static string Same(CallIntent intent) => $"{intent.Kind} {intent.Asked}";
}
