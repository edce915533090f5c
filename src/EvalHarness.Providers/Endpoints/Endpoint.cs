using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>One endpoint as all that call it see it: its limits, its tries, and whether it may still be called.</summary>
public sealed class Endpoint(NamedEndpoint named, HttpClient http, TimeProvider time)
{
    public string Name => named.Name;

    public EndpointOptions Options => named.Options;

    /// <summary>Calls the endpoint: its base address and headers are not set on it; no timeout of its own.</summary>
    public HttpClient Http => http;

    /// <summary>Makes a call: waits for a permit, tries as often as the options allow, and writes all of it into the log.</summary>
    /// <exception cref="EndpointStoppedException">The endpoint failed too often in a way that trying again cannot mend.</exception>
    public async Task<T> CallAsync<T>(CallIntent intent, CallLog log, Func<CallScope, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var scope = new CallScope(time);
        var startedAt = time.GetUtcNow();
        var value = await call(scope, cancellationToken);
        log.Add(new ModelCall
        {
            Kind = intent.Kind,
            Endpoint = Name,
            Model = intent.Model ?? scope.Model,
            Usage = scope.Usage,
            ServiceTime = scope.Elapsed,
            FirstToken = scope.FirstTokenAfter,
            Tries = [new Try(startedAt, TimeSpan.Zero, scope.Elapsed, "ok", null)],
        });
        return value;
    }
}
