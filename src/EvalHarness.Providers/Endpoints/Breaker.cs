using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Stops calls once they have failed too often in a row in a way that trying again cannot mend: all calls of an endpoint, or where the fault is a model's or a path's those alone.</summary>
internal sealed class Breaker(NamedEndpoint endpoint)
{
    // Stands for the whole endpoint among the targets.
    private static readonly (string Kind, string? Target) Everything = ("", null);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Kind, string? Target), int> inARow = [];
    private readonly Dictionary<(string Kind, string? Target), string> stoppedBy = [];

    /// <exception cref="EndpointStoppedException">Such calls are not made any more.</exception>
    public void Check(CallIntent intent)
    {
        lock (gate)
            if (stoppedBy.TryGetValue(Everything, out var reason) || stoppedBy.TryGetValue(Of(intent), out reason))
                throw new EndpointStoppedException(endpoint.Name, reason);
    }

    public void Succeeded(CallIntent intent)
    {
        lock (gate)
        {
            inARow.Remove(Everything);
            inARow.Remove(Of(intent));
        }
    }

    /// <summary>A call failed for good; other than hard failures neither count nor mend the count.</summary>
    public void Failed(Failure failure, CallIntent intent)
    {
        if (failure.Hard is not { } fault)
            return;
        lock (gate)
            foreach (var stopped in Concerned(failure, intent))
            {
                var failures = inARow[stopped] = inARow.GetValueOrDefault(stopped) + 1;
                if (failures >= endpoint.Options.Tries.HardFailures)
                    stoppedBy.TryAdd(stopped, StopReason.For(endpoint.Options, fault, failure, intent, failures));
            }
    }

    private static (string Kind, string? Target) Of(CallIntent intent) => (intent.Kind, intent.Target);

    // A key may be allowed one model and not another; another pipeline's model may well be there. A key that is refused is wrong for all,
    // unless other calls succeed in between: then it stops its own.
    private static IEnumerable<(string Kind, string? Target)> Concerned(Failure failure, CallIntent intent) => failure switch
    {
        { Hard: HardFault.Place } or { Status: "403" } => [Of(intent)],
        { Hard: HardFault.Key } => [Everything, Of(intent)],
        _ => [Everything],
    };
}
