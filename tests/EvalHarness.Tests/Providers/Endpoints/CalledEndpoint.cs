using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Tests.Providers.Endpoints;

/// <summary>An endpoint over a scripted network, on a clock that waits for nobody.</summary>
internal sealed class CalledEndpoint(ScriptedTransport transport, QuickTime time, EndpointOptions? options = null, bool adaptive = false) : IDisposable
{
    private readonly EndpointRegistry registry = new(time, adaptive, seed: 1, transport);

    public Endpoint Endpoint => registry.Get(new NamedEndpoint("lab", options ?? new EndpointOptions { Provider = "http" }));

    public CallLog Log { get; } = new();

    public ModelCall Call => Log.Calls[^1];

    public IReadOnlyList<string> Statuses => [.. Call.Tries.Select(t => t.Status)];

    /// <summary>The model that is asked for.</summary>
    public string Target { get; set; } = "small";

    public Task<string> CallAsync(CancellationToken cancellationToken = default) => time.RunAsync(BeginAsync(GetAsync, cancellationToken));

    public Task<string> CallAsync(Func<CallScope, CancellationToken, Task<string>> call) => time.RunAsync(BeginAsync(call, CancellationToken.None));

    /// <summary>Without letting time pass.</summary>
    public Task<string> BeginAsync(Func<CallScope, CancellationToken, Task<string>> call, CancellationToken cancellationToken) =>
        Endpoint.CallAsync(new CallIntent("chat", "small", Tokens: 100) { Target = Target }, Log, call, cancellationToken);

    public async Task<string> GetAsync(CallScope scope, CancellationToken cancellationToken)
    {
        using var response = await Endpoint.Http.GetAsync(new Uri("http://lab.test/v1/chat?key=hidden"), cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public void Dispose() => registry.Dispose();
}
