using System.Collections.Concurrent;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>One <see cref="Endpoint"/> per name, so that pipelines that use one share its limits and its breaker.</summary>
public sealed class EndpointRegistry(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Endpoint>> endpoints = new(StringComparer.Ordinal);
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public Endpoint Get(NamedEndpoint named) => endpoints.GetOrAdd(named.Name, _ => new Lazy<Endpoint>(() => new Endpoint(named, http, time))).Value;

    public void Dispose() => http.Dispose();
}
