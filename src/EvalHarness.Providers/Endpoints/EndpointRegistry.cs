using System.Collections.Concurrent;
using System.Net;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>One <see cref="Endpoint"/> per name, so that pipelines that use one share its limits and its breaker.</summary>
/// <param name="adaptive">The run has no fixed load: endpoints without a concurrency of their own learn theirs. Otherwise the run's load is their limit.</param>
/// <param name="seed">Of the chance in back-off.</param>
/// <param name="transport">Takes the place of the network, and is disposed with the registry.</param>
public sealed class EndpointRegistry(TimeProvider time, bool adaptive = false, int seed = 1, HttpMessageHandler? transport = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Endpoint>> endpoints = new(StringComparer.Ordinal);
    private readonly HttpMessageHandler transport = transport ?? Network();

    /// <summary>A call has one try, and one hard failure is enough to stop: for whoever only wants to know whether calls succeed.</summary>
    public bool TriesOnce { get; init; }

    /// <summary>Those that were asked for, by name.</summary>
    public IReadOnlyList<Endpoint> All => [.. endpoints.Values.Select(e => e.Value).OrderBy(e => e.Name, StringComparer.Ordinal)];

    public Endpoint Get(NamedEndpoint named) =>
        endpoints.GetOrAdd(named.Name, _ => new Lazy<Endpoint>(() => new Endpoint(TriesOnce ? Once(named) : named, transport, time, adaptive, seed))).Value;

    public void Dispose()
    {
        foreach (var endpoint in All)
            endpoint.Dispose();
        transport.Dispose();
    }

    private static NamedEndpoint Once(NamedEndpoint named) =>
        named with { Options = named.Options with { Tries = named.Options.Tries with { Count = 1, HardFailures = 1 } } };

    private static SocketsHttpHandler Network() => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        EnableMultipleHttp2Connections = true,
        // A hosted endpoint moves; connections must follow its name.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        // Keys and questions go where the experiment says, and nowhere else.
        AllowAutoRedirect = false,
    };
}
